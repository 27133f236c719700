# Carrying out: how the actions go
doing-empty-title = Nothing to carry out yet
doing-empty = First make a plan together: a goal, and one small action.
doing-to-plan = To the plan
doing-title = Now
doing-says = { $count ->
    [one] There is 1 action to do.
   *[other] There are { $count } actions to do.
  }
doing-late-count = { $count ->
    [one] 1 of them is late.
   *[other] { $count } of them are late.
  }
doing-all-done = All actions are done or were let go.
doing-over = Finished
doing-late = Late. This should have been done on { $day }.
doing-begun = Going on since { $day }.
doing-begun-some-day = Going on.
doing-ended = Done on { $day }.
doing-ended-some-day = Done.
doing-begin = We begin
doing-end = It is done
doing-drop = Will not be done
doing-again = Go on after all
doing-tell = Tell how it went
doing-outcome = What came of it?
doing-why-not = Why will it not be done?
doing-worked-yes = It worked.
doing-worked-partly = It worked in part.
doing-worked-no = It did not work.
doing-changed = What changed on the map
doing-nothing-changed = Around { $name } nothing changed on the map.
doing-nobody-came = Nobody came onto the map.
progress-quality = The contact with { $name } first felt { $then ->
    [supportive] supportive
    [close] close
    [fused] so close that it pinches
    [neutral] neutral
    [distant] distant
    [strained] strained
    [cut_off] broken off
   *[other] different
  }, and now { $now ->
    [supportive] supportive
    [close] close
    [fused] so close that it pinches
    [neutral] neutral
    [distant] distant
    [strained] strained
    [cut_off] broken off
   *[other] different
  }.
progress-gives = { $name } is now noted for: { support-in-words }.
progress-gives-no-more = { $name } is no longer noted for: { support-in-words }.
