# A second computer of the same person
own-open = Also on my other computer
own-title = My other computer
own-what = Do you work on two computers? Then your dossiers are on both. What you write on one comes to the other. This is not the same as working with a colleague.
own-count = { $count ->
    [one] You use Kring on one other computer.
   *[other] You use Kring on { $count } other computers.
  }
own-give-title = My dossiers are here
own-give-how = Make a code here. You fill it in on the other computer.
own-give = Make a code
own-open-code = There is a code that has not been used, valid until { $day }
own-take-title = This computer is new
own-take-how = Did you make a code on your other computer? Fill it in here. There must be no dossiers on this computer yet.
own-take = I have a code
own-invite-title = Code for your other computer
own-invite-how = Send this text to yourself. Make an account on the other computer. Choose Working together there, then “Also on my other computer”, then “I have a code”. The code works once, until { $day }. Give it to nobody else.
own-text = The code
own-accept-title = Code from your other computer
own-accept-how = Paste the code that you made on your other computer.
own-words-title = Compare these words on your two computers
own-words-how = Do both screens show exactly the same four words? Then press “The words match” on both.
own-words-wait = The other computer shows the words once it has been connected.
own-words-passphrase = The passphrase of this computer. After this, all your dossiers are on both.
own-confirmed = Done on this computer. Press “The words match” on the other computer too. Then your dossiers come by themselves.
own-stop = Do not connect
own-refused = The other computer was not connected. Make a new code.
own-waiting = This computer waits for the other one. Then your dossiers come by themselves. Do not make a dossier here until then.
error-computer-in-use = There are dossiers or colleagues on this computer already. Make a new account here first. Fill in the code there.
error-invitation-for-colleague = This is an invitation to work together. Go back to Working together and choose “I have an invitation” there.
error-invitation-for-own-computer = This is a code to work on your own second computer. Choose “Also on my other computer” at Working together.
error-joining = This computer is being connected to your other computer. Wait until that is done. Or choose “Do not connect” at “My other computer”.
