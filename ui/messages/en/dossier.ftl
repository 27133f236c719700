# Dossier
tab-map = Map
tab-quality = Quality
tab-then = Then and now
tab-logbook = Logbook
tab-plan = Plan
tab-client = Client
tabs-label = Parts of the dossier
save-saved = Saved on this computer
save-saving = Saving …
save-failed = Not saved yet
leave-anyway = Leave anyway; what is not saved will be lost
leave-unsaved = Not everything is saved. Correct what is not right yet, or leave anyway.
undo = Undo
redo = Redo
undo-done = Undone: { undo-what } { undo-kind } “{ $name }”.
undo-done-kind = Undone: { undo-what } { undo-kind }.
undo-done-several = Undone: { $count } things that were changed together.
undo-done-text = Undone: what you typed in the note.
undo-done-text-of = Undone: what you typed in “{ $name }”.
undo-nothing = There is nothing to undo.
undo-changed-by-another = Somebody else has changed this since. It stays.
redo-done = Done again: { undo-what } { undo-kind } “{ $name }”.
redo-done-kind = Done again: { undo-what } { undo-kind }.
redo-done-several = Done again: { $count } things that were changed together.
redo-done-text = Done again: what you typed in the note.
redo-done-text-of = Done again: what you typed in “{ $name }”.
undo-what = { $what ->
    [added] adding
    [removed] removing
   *[changed] changing
  }
undo-kind = { $kind ->
    [person] person
    [organisation] organisation
    [tie] tie
    [partnership] partnership
    [parentage] parent and child
    [wish] wish
    [life] part of life
    [need] what is needed
    [talent] talent
    [role] role
    [resistance] reason not to ask
    [goal] goal
    [action] action
    [note] note
    [moment] measuring moment
    [measurement] filled-in questionnaire
    [passage] step
    [approach] approach
    [check_in] aftercare talk
    [supervision] question or answer
    [own_method] own method
    [profile] client
   *[other] something
  }
redo-nothing = There is nothing to redo.
redo-changed-by-another = Somebody else has changed this since. It stays.
read-only = This dossier was made with a newer Kring. You can read it. Update Kring to write in it.
