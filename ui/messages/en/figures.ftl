# Figures
figures = Accountability
figures-busy = Your dossiers are being counted.
figures-reading = Your dossiers are being counted: { $done } of { $all }.
figures-explain = Figures of { $count } clients on { $day }. Nothing in them is about one person. Examples do not count.
figures-own = { $count ->
       [0] You have no clients yet.
       [one] You have one client now.
      *[other] You have { $count } clients now.
    }
figures-too-few = There are fewer than five clients yet. With so few people, figures say too much about each of them.
figures-unread = { $count ->
       [one] 1 dossier could not be read and does not count. Check the vault in Settings.
       *[other] { $count } dossiers could not be read and do not count. Check the vault in Settings.
    }
figures-few = not shown
figures-few-why = Groups under five are left out. Sometimes a larger group is missing too: otherwise the small one could be computed.
figures-withheld = These groups are too small to show.
figures-save = Save as a table (CSV)
figures-saved = Saved in { $path }.
figures-what = What
figures-group = Group
figures-count = Clients
figures-clients = All clients
figures-status = Dossiers
figures-status-open = Open
figures-status-closed = Closed
figures-step = In which step
figures-duration = For how long
figures-duration-under-3 = Up to three months
figures-duration-3-to-6 = Three to six months
figures-duration-6-to-9 = Six to nine months
figures-duration-over-9 = More than nine months
figures-network = Network, from the first to the last measuring moment
figures-network-larger = Larger
figures-network-same = The same size
figures-network-smaller = Smaller
figures-network-unknown = No measuring moment
figures-goals = Goals
figures-goals-reached = One or more goals reached
figures-goals-none-reached = No goal reached yet
figures-goals-no-goals = No goals written down
figures-carer = Load of the carer (Caregiver Strain Index)
figures-carer-high = High (7 or more)
figures-carer-not-high = Not high
figures-carer-unknown = Not filled in
figures-means = On average
figures-then = At the start
figures-now = At the end or now
figures-mean-size = People and organisations in the network
figures-mean-variety = How varied the network is (0 to 1)
