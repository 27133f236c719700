# How large everything is, and where there is little room
settings-size = Size
size-percent = { $size }%
settings-size-hint = Or by keys: Ctrl and +, Ctrl and −, and Ctrl and 0 for normal.
map-bar = Buttons
