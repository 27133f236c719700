# The quality of the network: what is seen, and a question to open the talk
history-forget = The old history of the dossier of { $name } goes for good: what you took out or changed, and who wrote what and when. { $count ->
    [0] Only what is in it now stays.
    [one] What is in it now stays, and how the dossier was at the measuring moment.
   *[other] What is in it now stays, and how the dossier was at the { $count } measuring moments.
    } An earlier backup still has the old history.
history-forget-ask = Type yes to remove the old history:
history-forgotten = The old history is removed.
error-history-shared = It is recorded with whom this dossier may be shared. So the old history may be with others too, or on your other computer. That is why Kring can remove it only from a dossier that you never shared.
error-history-unsettled = Two people changed something in this dossier at the same time. First choose what should stand. After that you can remove the old history.
error-history-waiting = Something for this dossier is still on its way. Wait until everything has come in. After that you can remove the old history.
error-history-kept = Nothing was removed. Do you want to remove the old history? Then type yes, or add --yes.
error-no-such-moment = There is no measuring moment “{ $name }” in this dossier. Look in the list of measuring moments what it is called.
finding-carer = { $name } carries much: { $kinds } of the { $all } kinds of support. { $count ->
    [0] Others give these too.
    [one] One kind nobody else gives.
   *[other] { $count } kinds nobody else gives.
  }
finding-carer-ask = How is { $name } doing? Who could take over now and then?
finding-carer-untold = { $name } is the pivotal carer. What { $name } does is not on the map yet.
finding-carer-untold-ask = What does { $name } do on an ordinary day? And how is { $name } doing?
finding-fading = Since the last measuring moment the tie became looser with: { $names }.
finding-fading-ask = Is that fine, or may some contact come back?
finding-size = There { $count ->
    [one] is 1 person
   *[other] are { $count } people
  } on the map. Organisations: { $organisations }.
finding-size-ask = Who is missing?
finding-no-support-noted = Nobody's support is noted yet.
finding-no-support-noted-ask = Whom do you turn to when something is the matter?
finding-one-giver = Only { $name } gives { support-in-words }.
finding-one-giver-ask = What if { $name } cannot for a while?
finding-no-giver = Nobody is noted to give this: { support-in-words }.
finding-no-giver-ask = Is it needed? With whom could it be?
finding-reciprocity = With { $count ->
    [0] none
   *[other] { $count }
  } of the { $whole } support goes both ways.
finding-reciprocity-ask = What do you like to do for others?
finding-no-ties-noted = The map does not show yet who know each other.
finding-no-ties-noted-ask = Who know each other?
finding-all-tied = Everybody on the map knows each other.
finding-all-tied-ask = Is that pleasant? Might somebody from outside join?
finding-groups = { $count ->
    [one] There is only 1 group.
   *[other] There are { $count } groups who do not know each other.
  }
finding-groups-ask = Would it help if they got to know each other?
finding-alone = { $names } { $count ->
    [one] knows
   *[other] know
  } nobody else on the map.
finding-alone-ask = To whom of the others would you like to introduce them?
finding-between = Only through { $name } these { $count ->
    [one] belongs
   *[other] belong
  } with the rest: { $names }.
finding-between-ask = Can they find each other when { $name } is not there?
finding-no-intimates = Nobody stands in the inner ring.
finding-no-intimates-ask = With whom do you feel most at home?
finding-alike = All { $count } people of whom you know { $attribute ->
    [age] the age
    [gender] the gender
    [civil_status] the civil status
    [work] the work
    [schooling] the schooling
   *[other] this
  } are alike in it.
finding-alike-ask = Are there others with whom you would like to spend time?
finding-professionals = { $count } of the { $whole } on the map { $count ->
    [one] helps
   *[other] help
  } as a profession.
finding-professionals-ask = Who stays when the help ends?
finding-near = { $count } of the { $whole } { $count ->
    [one] lives
   *[other] live
  } near: within half an hour of travel.
finding-near-ask = Where can you just walk in?
finding-weekly = With { $count ->
    [0] none
   *[other] { $count }
  } of the { $whole } there is contact every week, or more often.
finding-weekly-ask = With whom may it be more often? With whom is it fine as it is?
