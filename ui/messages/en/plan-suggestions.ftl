# Suggestions: what might be done, with the reason
suggestions-title = An idea, perhaps
suggestions-explain = From what is on the map. Talk about it and choose together.
suggestions-take = Take as an action
suggestions-take-named = Take as an action: { $title }
suggestions-which-goal = Which goal is this for?
suggestions-taken = “{ $title }” is now an action in the plan. Undo takes it away again.
suggestions-where = To be found at: { $place }.
suggestion-carries-daily = { $name } carries much, and every day. { $count ->
    [0] Others give that support too.
    [one] One kind of support nobody else gives.
   *[other] { $count } kinds of support nobody else gives.
  }
suggestion-carries-daily-ask = Who takes over from { $name } for a day now and then?
suggestion-carries = { $name } carries much. { $count ->
    [0] Others give that support too.
    [one] One kind of support nobody else gives.
   *[other] { $count } kinds of support nobody else gives.
  }
suggestion-carries-ask = What would help { $name }?
suggestion-disturbed = { $name } is close, but the contact is { $quality ->
    [cut_off] broken off
   *[other] strained
  }.
suggestion-disturbed-ask = Would it be good to talk it over?
suggestion-faded = There was more contact with { $name } before. Now there is { $frequency ->
    [never] none
   *[other] contact once a year, or less
  }.
suggestion-faded-ask = Get in touch again?
suggestion-seldom = { $name } is close, but there is { $frequency ->
    [never] no contact now
   *[other] contact only once a year, or less
  }.
suggestion-seldom-ask = May that contact come back?
suggestion-strong-and-alone = The tie with { $name } is strong, and much rests on it. { $count ->
    [one] One kind of support nobody else gives.
   *[other] { $count } kinds of support nobody else gives.
  }
suggestion-strong-and-alone-ask = What keeps this contact good?
suggestion-loosening = The tie with { $name } is looser than at the last measuring moment.
suggestion-loosening-ask = What helps to go on seeing each other?
suggestion-no-giver = Nobody on the map is noted for: { support-in-words }.
suggestion-no-giver-ask = Is that needed? Then we look for somebody new.
suggestion-willing = { $name } seems willing, but it is noted nowhere what { $name } does.
suggestion-willing-ask = What would { $name } like to do for somebody else?
suggestion-at-the-fringe = { $name } does good, but still stands at the fringe.
suggestion-at-the-fringe-ask = May { $name } come a little nearer?
suggestion-draining = { $name } takes energy, and nothing is noted that comes back.
suggestion-draining-ask = Would it help if this contact became looser?
suggestion-title-revive = Get in touch again with { $name }
suggestion-title-activate = Ask { $name } to join in
suggestion-title-unblock = Talk things over with { $name }
suggestion-title-intensify = Do things more often with { $name }
suggestion-title-maintain = Keep the contact with { $name } good
suggestion-title-widen = Find somebody for { support-in-words }
suggestion-title-cut = Loosen the contact with { $name }
suggestion-title-support_carer = See that { $name } gets support
suggestion-title-respite = See that { $name } has time off now and then
