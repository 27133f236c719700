# Questions to a colleague
supervision-title = Ask a colleague
supervision-intro = A question about this client? Ask it here. Whoever shares this dossier with you can answer.
supervision-alone = You share this dossier with nobody yet. A question stays here until somebody looks along.
supervision-ask = What would you like to ask?
supervision-ask-send = Ask
supervision-answer = Your answer
supervision-answer-send = Answer
supervision-answer-open = Write an answer
supervision-settle = Done, this is answered
supervision-reopen = Open again
supervision-remove = Remove the question
supervision-settled = { $count ->
       [one] 1 question that is done
       *[other] { $count } questions that are done
    }
supervision-count = { $count ->
       [0] No open questions
       [one] 1 open question
       *[other] { $count } open questions
    }
supervision-thread = Question: { $words }
