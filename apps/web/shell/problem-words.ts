import { defineStrings } from '#i18n/strings.ts'
import type { ProblemCode } from '#protocol/problem.ts'

type Codes = Readonly<Record<ProblemCode | 'unreachable', string>>

const nl: Codes = {
  'invalid-input': 'Er klopt iets niet in wat je invulde. Kijk het na en probeer het nog eens.',
  'malformed-import': 'Dit is geen werkruimte van Polder, of het bestand is beschadigd.',
  'unknown-format-version': 'Dit bestand komt van een nieuwere Polder. Deze versie kan het nog niet lezen.',
  'signed-out': 'Doe mee met de code van je begeleider. Was je er al eens? Vul dan je eigen code in.',
  forbidden: 'Dit mag alleen een begeleider.',
  removed: 'Je toegang is gestopt. Wat je schreef, staat er nog. Vraag je begeleider als dit niet klopt.',
  'origin-refused': 'De server kent dit adres niet als zijn eigen adres. Vraag het aan wie de server beheert.',
  'create-code-required':
    'Op deze server heb je een code nodig om een werkruimte te maken. Vraag hem aan wie de server beheert.',
  'joining-closed': 'Meedoen is nu gesloten. Vraag je begeleider om het open te zetten.',
  'workspace-full': 'Deze werkruimte is vol. Er kunnen geen mensen meer bij. Vraag het aan je begeleider.',
  'unknown-code': 'Deze code werkt niet. Kijk of hij klopt, of vraag de nieuwe aan je begeleider.',
  'not-found': 'Dit is er niet, of niet meer. Of dit apparaat doet er niet aan mee.',
  conflict: 'Iemand anders was net iets eerder. Probeer het nog eens.',
  'last-facilitator': 'Dit is de enige begeleider. Maak eerst iemand anders begeleider.',
  'import-too-large': 'Dit bestand is te groot om te openen.',
  'too-large': 'Dit is te veel in één keer. Maak het korter.',
  'unsupported-type': 'De server kan dit niet lezen.',
  'too-many-attempts': 'Er is te vaak een verkeerde code ingevuld.',
  'too-many-requests': 'Dit ging te vaak achter elkaar.',
  broken: 'Er ging iets mis op de server. Je tekst is niet weg. Probeer het nog eens.',
  unavailable: 'De server kan dit nu niet doen. Probeer het straks nog eens.',
  unreachable: 'De server is niet te bereiken. Kijk of je verbinding hebt en probeer het nog eens.',
}

const en: Codes = {
  'invalid-input': 'Something in what you filled in is not right. Check it and try again.',
  'malformed-import': 'This is not a Polder workspace, or the file is damaged.',
  'unknown-format-version': 'This file comes from a newer Polder. This version cannot read it yet.',
  'signed-out': 'Join with the code of your facilitator. Have you been here before? Then use your own code.',
  forbidden: 'Only a facilitator may do this.',
  removed: 'Your access has ended. What you wrote is still there. Ask your facilitator if this is wrong.',
  'origin-refused': 'The server does not know this address as its own. Ask whoever runs the server.',
  'create-code-required': 'On this server you need a code to make a workspace. Ask whoever runs the server for it.',
  'joining-closed': 'Joining is closed now. Ask your facilitator to open it.',
  'workspace-full': 'This workspace is full. No more people can join. Ask your facilitator.',
  'unknown-code': 'This code does not work. Check it, or ask your facilitator for the new one.',
  'not-found': 'This is not here, or no longer. Or this device does not take part in it.',
  conflict: 'Somebody else was just before you. Please try again.',
  'last-facilitator': 'This is the only facilitator. Make somebody else a facilitator first.',
  'import-too-large': 'This file is too large to open.',
  'too-large': 'This is too much at once. Make it shorter.',
  'unsupported-type': 'The server cannot read this.',
  'too-many-attempts': 'A wrong code was filled in too often.',
  'too-many-requests': 'This was done too often in a row.',
  broken: 'Something went wrong on the server. Your text is not lost. Please try again.',
  unavailable: 'The server cannot do this now. Please try again later.',
  unreachable: 'The server cannot be reached. Check your connection and try again.',
}

/** Every refusal of the server in words: what happened, and what somebody can do. */
export const problemStrings = defineStrings({
  nl: {
    codes: nl,
    waitSeconds: (seconds: number) =>
      `Probeer het over ${seconds === 1 ? '1 seconde' : `${seconds} seconden`} nog eens.`,
    waitMinutes: (minutes: number) => `Probeer het over ${minutes === 1 ? '1 minuut' : `${minutes} minuten`} nog eens.`,
  },
  en: {
    codes: en,
    waitSeconds: (seconds) => `Please try again in ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`,
    waitMinutes: (minutes) => `Please try again in ${minutes === 1 ? '1 minute' : `${minutes} minutes`}.`,
  },
})
