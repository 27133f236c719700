# Then and now: what changed between two measuring moments
change-nothing = Nothing changed among the people on the map.
change-came = { $names } joined.
change-went = { $names } { $count ->
    [one] is
   *[other] are
  } no longer on the map.
change-died = { $names } died.
change-closer = { $names } came closer.
change-further = { $names } moved further away.
change-more-often = Contact with { $names } became more frequent.
change-less-often = Contact with { $names } became less frequent.
change-stronger = The tie with { $names } became stronger.
change-weaker = The tie with { $names } became weaker.
change-tied = { $name } and { $other } now have a tie.
change-untied = The tie between { $name } and { $other } is no longer on the map.
figure-size = The network counted { $count ->
    [one] { $then } people and organisations first, and then 1.
   *[other] { $then } first and then { $count } people and organisations.
  }
figure-size-same = The network counted { $count ->
    [one] 1 person or organisation
   *[other] { $count } people and organisations
  } both times.
figure-intimates = The inner ring counted { $then } first, then { $count }.
figure-ties = The number of ties among those on the map was first { $then }, then { $count }.
figure-density = Those on the map know each other { $way ->
    [more] more
   *[less] less
  } often than at first.
figure-components = The number of groups that do not know each other was first { $then }, then { $count }.
figure-isolates = The number who know nobody else on the map was first { $then }, then { $count }.
figure-support = The number who give { support-in-words } was first { $then }, then { $count }.
figure-reciprocity = Support went both ways with { $then } first, then with { $count }.
figure-professionals = Help by profession came from { $then } first, then from { $count }.
figure-weekly = First there was contact every week or more often with { $then }, then with { $count }.
figure-variety = The people on the map differ { $way ->
    [more] more
   *[less] less
  } than at first: { $attribute ->
    [age] in age
    [gender] in gender
    [civil_status] in civil status
    [work] in work
    [schooling] in schooling
   *[other] in more than one thing
  }.
