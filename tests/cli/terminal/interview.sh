#!/usr/bin/env bash
# A whole interview in a terminal: stop half-way, go on, go back, change an answer that hides
# others, review, finish, report.
. "$(dirname "$0")/../terminal.sh"

start 80 40
type 'rung take barista --name anna'
see 'Barista readiness check'
see 'Your answers stay on this computer'
see 'Question 1 of about 8  ·{20}$'
see 'Which step do you aim at\?'
see 'Your answer \(1-2\):'

# what is no answer, and what cannot be left open
type '7'
see 'That is no answer here: type a number from 1 to 2'
type ':skip'
see 'cannot be skipped'
type ''
see 'Please answer this one'
type '?'
see 'You can change it later'
see ':goto QUESTION'
type ':why'
see 'Each step asks for something else'
see 'It says what you aim at\.'
type ':status'
see 'Too early for a score: 0 of about'
type ':bak'
see '^There is no command :bak; did you mean :back\?$'
type ':goto'
see 'Which one\? Put its number or a word of it behind'
type ':BACK'
see 'This is the first question'

clear_screen
type '1'
see 'One question fewer: "Have you led a shift\?" is left out\.'
see 'Question 2 of about 7  ██·{18}$'
see 'Craft'
see 'How well do you pull an espresso'
see '0  Never done it'
type ':help'
see 'Somebody stood beside you'
type 'do it'
see 'Which kinds of milk'
type '1,2,4'
see 'goes with no other answer'
type '1,2'
see 'One question more: "Can you pour a pattern\?" is asked, too\.'
see 'Can you pour a pattern'
type ':why'
see 'It counts for$'
see '- Steaming milk: section "Chapter 2"$'
see 'Sections are those of "The imaginary coffee book"'
type ':status'
see 'Decided already: 2 of 3 requirements'
see '^  met: Espresso and Steaming milk$'
see 'Score so far: [0-9.]+.[0-9.]+ of 100'
keys Tab
see '^no +yes'
keys Y Tab
see 'yes or no\): yes$'
keys Enter
see 'How long have you worked behind a counter'
keys Tab
see 'Your answer \(0 to 40 years\):$'
type 'ages'
see 'type a number such as 2 or 2.5, from 0 to 40'
type '1,5'
see 'write 1.5, with a point'
type '41 years'
see 'type a number from 0 to 40'

# stop, and go on at the same question
clear_screen
type ':quit'
id=$(last_id)
see "Saved. Go on with: rung resume $id"
type 'echo status $?'
see 'status 0'
clear_screen
type 'rung resume'
see "Session $id: 4 of"
see 'How long have you worked behind a counter'

# back to an answer, and keep it
type ':back'
see 'Your answer so far: Yes. Enter keeps it.'
see '\* 1  Yes'
type ''
see 'How long have you worked behind a counter'
see_not 'Back to question' # it is the next one
type '2.5 years'
see 'How many drinks'
type '45'
see 'A guest pushes to the front'
see_not 'others see that it is fair'
type '2'
see 'others see that it is fair'
see 'Is there anything else'

# change an answer that hides another
clear_screen
type ':goto oat' # in no question
see 'There is no question "oat"'
type ':goto how'
see '"how" fits several questions'
type ':goto steam'
see 'Your answer so far: Dairy milk; Oat drink'
type '4'
see 'One earlier question is not asked any more. Its answer is kept.'
see 'Back to question 7\.'
see 'Is there anything else'
type ':goto art'
see 'not asked with the answers'
type ':goto mlik'
see 'Did you mean milk'
type ':goto 99'
see 'There is no question'

# a text that cannot be kept stands there again, to be mended
clear_screen
type ':help'
see '::TEXT +a text that begins with a colon'
type "$(printf '%0101d' 0)"
see 'This cannot be kept: 101 characters, at most 100 fit'
see 'line\): 0+$'
keys BSpace BSpace C-a
type ':quit it was '
see 'This cannot be kept: 112 characters, at most 100 fit'
see 'line\): :quit it was 0+$'
keys C-u
type ':nothing'
see '^There is no command :nothing; :help lists them.$'
see 'line\):$'
type ':-) yes'
see 'A text that begins with a colon'
see 'line\): :-\) yes$'
keys C-u

# a skip, the end, a review, a change by number
type ':skip'
see 'That was the last question: 6 answered, 1 skipped'
see '7  Is there anything else'
type ':nothing'
see '^There is no command :nothing; :help lists them.$'
clear_screen
type ':review'
see 'None of them'
see '\(skipped\)'
see 'Number to change, or Enter to go on'
type '3'
see 'Which kinds of milk'
type 'oat soy'
# what had been hidden counts again
see 'That was the last question: 7 answered, 1 skipped'
clear_screen
type ''
see "The full report: rung report $id"
clear_screen
type 'rung report | head -5; rung list'
see 'done, 1 skipped'
see 'Barista'

# a finished session can be looked at again
clear_screen
type 'rung resume anna'
see 'That was the last question'
keys C-c
see "Saved. Go on with: rung resume $id"
type 'echo status $?'
see 'status 130'
