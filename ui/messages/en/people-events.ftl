# What happened in the exchange
events-title = Good to know
events-seen = Seen
event-storage-emptied = The place where the messages are kept was emptied. Nothing is gone from this computer. Kring sends again what others did not have yet. Was this not you? Ask whoever looks after the storage.
event-storage-put-back = The place where the messages are kept was put back to { $day }. Nothing is gone from this computer. Kring sends again what others did not have yet.
event-new-device = { $name } uses another computer, or put back a copy of the vault. Is that not right? Then call { $name }.
event-own-computer = Another computer was linked to your account. Was that not you? Then report it lost: choose Working together, “My other computer”.
event-chain-broken = Messages came from two computers that both say they are the same computer of { $name }. Call { $name }: somebody may have a copy of the vault.
event-keys-changed = There is somebody named { $name }, but with another key. Call { $name } before you press “The words match”.
event-key-replaced = { $name } lost a computer. That computer gets nothing from you any more. You work together as before. You need not do anything.
event-key-disputed = Two computers say that they belong to { $name }. Nothing goes to { $name } any more. Look { $name } up in the list below. It says what you can do.
event-reported-lost = This computer was reported lost. It gets and sends nothing any more.
event-frozen = It is not clear who keeps the dossier of { $client }. Nothing of this dossier goes to others. Open the dossier and choose Sharing.
event-offered = { $name } wants to hand the dossier of { $client } over to you. Open the dossier and choose Sharing.
event-taken-over = { $name } now keeps the dossier of { $client }.
event-lost = A message from { $name } got lost on its way. Kring has asked for it again. You need not do anything.
event-set-apart = A message could not be read, twice. Kring has put it aside, and everything else goes on. If it was from a colleague, Kring sends it again by itself; if this happens more often, ask for help.
