# Plan
plan-goals = Goals
plan-new-goal = What does the client want to reach?
plan-add-goal = Add goal
plan-actions = Actions
plan-new-action = What are we going to do?
plan-add-action = Add action
plan-doer = Who does this?
plan-due = Done by when?
plan-first-step = First small step
plan-status = How is it going?
plan-intervention = What does it do with the network?
plan-goal-of = Belongs to goal
plan-empty-title = No plan yet
plan-empty = Begin with one goal that the client chooses. Small is good.
plan-remove = Remove { $title }
