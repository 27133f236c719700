# Hoe groot alles is, en waar weinig ruimte is
settings-size = Grootte
size-percent = { $size }%
settings-size-hint = Of met toetsen: Ctrl en +, Ctrl en −, en Ctrl en 0 voor gewoon.
map-bar = Knoppen
