import type { Locale } from '#i18n/strings.ts'

type Section = { readonly heading: string; readonly words: readonly string[] }
export type PlainText = { readonly title: string; readonly intro: string; readonly sections: readonly Section[] }
export type TextName = 'about' | 'privacy' | 'accessibility'

const nl: Readonly<Record<TextName, PlainText>> = {
  about: {
    title: 'Zo werkt het',
    intro:
      'Polder is een plek waar mensen samen aan een lastig vraagstuk werken. Bewoners, professionals en beleidsmakers schrijven in dezelfde tekst, op hetzelfde moment. Niemand is de baas over de tekst.',
    sections: [
      {
        heading: 'Meedoen',
        words: [
          'Je krijgt een code van je begeleider, of je scant hem van het scherm. Je vult een naam in en kiest je groep. Een account is niet nodig.',
          'Na het meedoen krijg je een eigen code. Daarmee kom je terug op een ander apparaat. We laten hem één keer zien.',
        ],
      },
      {
        heading: 'Wat jullie samen maken',
        words: [
          'Het probleem: wat er gebeurt, wat mensen merken en wat regels doen.',
          'De betrokkenen: wie het raakt, wie invloed heeft en wie nog mist aan tafel.',
          'Het experiment: wat jullie gaan proberen, hoe jullie meten en wanneer jullie stoppen.',
          'Aan het eind maak je er een verslag van.',
        ],
      },
      {
        heading: 'Iedereen telt even zwaar',
        words: [
          'Elke groep heeft een eigen kleur en vorm. Op het scherm is elke groep even breed, ook als hij klein is.',
          'Wie nog niet aan tafel zit, blijft zichtbaar met een open ring.',
        ],
      },
      {
        heading: 'Begeleiden',
        words: [
          'Iedereen kan een werkruimte maken, als de server dat toelaat. Wie hem maakt, begeleidt. Je kunt dat delen of doorgeven.',
          'Bewaar je begeleiderslink goed. Wie hem heeft, kan alles.',
        ],
      },
      {
        heading: 'Geen verbinding?',
        words: [
          'Valt de verbinding weg, dan kun je gewoon doorschrijven. Je apparaat bewaart het en voegt het later samen met wat anderen schreven.',
          'Laad de pagina dan niet opnieuw: openen kan alleen met verbinding.',
        ],
      },
      {
        heading: 'Vrije software',
        words: [
          'Polder is vrije software onder de licentie EUPL-1.2. Een gemeente of een lab draait het op een eigen server.',
          'De letter is Atkinson Hyperlegible, onder de SIL Open Font License. De tekens zijn van Lucide.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    intro:
      'Hier staat wat Polder bewaart, waar, en wie het ziet. Wie deze server beheert, is verantwoordelijk voor jouw gegevens. Dat is meestal de organisatie die je uitnodigde.',
    sections: [
      {
        heading: 'Wat we bewaren op de server',
        words: [
          'De naam die je invult, je groep en je rol. Een verzonnen naam mag.',
          'Voor wie je spreekt, als je dat aangeeft.',
          'Wat je schrijft en verplaatst. Bij elk onderdeel staat welke groep en welke persoon het toevoegde.',
          'Een logboek van belangrijke stappen: wie mee ging doen, wie een rol kreeg, wie een verslag maakte. Daar staan geen teksten in.',
          'We bewaren geen e-mailadres en geen wachtwoord. Je IP-adres gebruiken we kort om raden van codes te stoppen. We slaan het niet op. Wie de server beheert, kan wel een eigen logboek van bezoekers hebben.',
        ],
      },
      {
        heading: 'Wat we bewaren op je apparaat',
        words: [
          'Eén cookie, zodat we weten dat jij meedoet. Hij werkt 90 dagen. Hij volgt je niet.',
          'Een kopie van de teksten die je opende, zodat je kunt doorschrijven zonder verbinding.',
          'Je taal, licht of donker, je naam en de lijst ‘Eerder geopend’. Op een gedeeld apparaat kies je in het menu ‘Weg van dit apparaat’. Dan wissen we de kopieën en het cookie.',
        ],
      },
      {
        heading: 'Wie ziet wat',
        words: [
          'Iedereen in de werkruimte ziet je naam, je groep, wat je schrijft en of je er nu bent.',
          'Wie de server beheert, kan alles lezen wat erop staat.',
          'Niemand anders krijgt iets. Polder stuurt niets naar andere bedrijven. Er zijn geen meters, geen reclame en geen volgers.',
        ],
      },
      {
        heading: 'In een verslag',
        words: [
          'In een verslag staan geen namen van mensen, alleen hun groep. Een begeleider kan namen laten staan.',
          'Uitspraken zonder toestemming komen niet in het verslag.',
          'Let op: namen die mensen zelf in een tekst typen, haalt Polder er niet uit.',
        ],
      },
      {
        heading: 'Hoe lang',
        words: [
          'In elke werkruimte staat afgesproken hoe lang hij bewaard blijft: drie maanden, een jaar of twee jaar na de laatste wijziging.',
          'Polder wist dan nog niet vanzelf. Wie de server beheert, doet dat met de hand. Vraag ernaar als je wilt weten of het is gebeurd.',
          'Haalt een begeleider iemand weg, dan stopt de toegang. De teksten blijven staan. De naam blijft op de server tot de beheerder hem wist.',
        ],
      },
      {
        heading: 'Jouw rechten',
        words: [
          'Je mag je gegevens inzien, verbeteren en laten wissen. Je naam en groep verander je zelf bij Mensen. Voor de rest vraag je het aan je begeleider of aan de organisatie die je uitnodigde.',
          'Ben je het niet eens met het antwoord? Dan kun je klagen bij de Autoriteit Persoonsgegevens.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Toegankelijkheid',
    intro:
      'Iedereen moet kunnen meedoen: met een toetsenbord, een schermlezer, een telefoon of grote letters. We werken volgens de regels van WCAG 2.2, niveau AA.',
    sections: [
      {
        heading: 'Wat kan',
        words: [
          'Alles werkt met alleen het toetsenbord. Met Tab ga je verder, met F6 spring je van vak naar vak.',
          'Wat je kunt slepen, kun je ook met knoppen en toetsen. De kaart is er ook als tabel.',
          'Kleur staat nooit alleen: elke groep heeft ook een vorm en een naam.',
          'De tekst kan vier keer zo groot zonder dat je opzij moet schuiven. Er is een lichte en een donkere stand.',
          'Wie minder beweging wil, zet dat aan op het eigen apparaat. Polder beweegt dan niet meer.',
        ],
      },
      {
        heading: 'Wat nog niet goed genoeg is',
        words: [
          'We testen met een programma en met het toetsenbord. Mensen met een beperking hebben deze versie nog niet getest.',
          'Wie met anderen tegelijk in één tekst schrijft, hoort met een schermlezer niet elk woord van de ander. Bij het veld staat wel wie er schrijft.',
          'Bestanden voor Word en de webpagina hebben koppen en lijsten. Een PDF maakt Polder nog niet.',
        ],
      },
      {
        heading: 'Loopt er iets vast?',
        words: [
          'Zeg het tegen je begeleider. Die kan ook voor je invullen. Of meld het bij wie deze server beheert, zodat het beter wordt.',
        ],
      },
    ],
  },
}

const en: Readonly<Record<TextName, PlainText>> = {
  about: {
    title: 'How it works',
    intro:
      'Polder is a place where people work on a hard question together. Residents, professionals and policymakers write in the same text, at the same moment. Nobody is the boss of the text.',
    sections: [
      {
        heading: 'Joining',
        words: [
          'You get a code from your facilitator, or you scan it from the screen. You fill in a name and choose your group. You need no account.',
          'After joining you get a code of your own. With it you come back on another device. We show it once.',
        ],
      },
      {
        heading: 'What you make together',
        words: [
          'The problem: what happens, what people notice and what rules do.',
          'The people involved: who is affected, who has influence and who is still missing.',
          'The experiment: what you will try, how you measure and when you stop.',
          'In the end you make a report of it.',
        ],
      },
      {
        heading: 'Everybody counts equally',
        words: [
          'Each group has a colour and a shape of its own. On the screen every group is equally wide, also when it is small.',
          'Who is not at the table yet stays in sight with an open ring.',
        ],
      },
      {
        heading: 'Facilitating',
        words: [
          'Anybody can make a workspace, if the server allows it. Whoever makes it facilitates. You can share that or hand it over.',
          'Keep your facilitator link well. Whoever has it can do everything.',
        ],
      },
      {
        heading: 'No connection?',
        words: [
          'When the connection drops you can simply go on writing. Your device keeps it and merges it later with what others wrote.',
          'Do not load the page again then: opening needs a connection.',
        ],
      },
      {
        heading: 'Free software',
        words: [
          'Polder is free software under the licence EUPL-1.2. A municipality or a lab runs it on a server of its own.',
          'The typeface is Atkinson Hyperlegible, under the SIL Open Font License. The icons are from Lucide.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    intro:
      'This says what Polder keeps, where, and who sees it. Whoever runs this server is responsible for your data. That is usually the organisation that invited you.',
    sections: [
      {
        heading: 'What we keep on the server',
        words: [
          'The name that you fill in, your group and your role. An invented name is fine.',
          'For whom you speak, if you say so.',
          'What you write and move. With each part stands which group and which person added it.',
          'A log of important steps: who joined, who got a role, who made a report. It holds no texts.',
          'We keep no e-mail address and no password. We use your IP address for a moment to stop guessing of codes. We do not store it. Whoever runs the server may have a log of visitors of their own.',
        ],
      },
      {
        heading: 'What we keep on your device',
        words: [
          'One cookie, so that we know that you take part. It works for 90 days. It does not follow you.',
          'A copy of the texts that you opened, so that you can go on writing without a connection.',
          'Your language, light or dark, your name and the list ‘Opened earlier’. On a shared device choose ‘Leave this device’ in the menu. Then we erase the copies and the cookie.',
        ],
      },
      {
        heading: 'Who sees what',
        words: [
          'Everybody in the workspace sees your name, your group, what you write and whether you are here now.',
          'Whoever runs the server can read everything on it.',
          'Nobody else gets anything. Polder sends nothing to other companies. There are no counters, no advertisements and no trackers.',
        ],
      },
      {
        heading: 'In a report',
        words: [
          'A report has no names of people, only their group. A facilitator can leave names in.',
          'Quotes without consent are not in the report.',
          'Mind: names that people type into a text themselves are not taken out.',
        ],
      },
      {
        heading: 'How long',
        words: [
          'In each workspace it is agreed how long it is kept: three months, a year or two years after the last change.',
          'Polder does not erase by itself yet. Whoever runs the server does that by hand. Ask if you want to know whether it was done.',
          'When a facilitator takes somebody out, their access ends. The texts stay. The name stays on the server until whoever runs it erases it.',
        ],
      },
      {
        heading: 'Your rights',
        words: [
          'You may see your data, correct it and have it erased. You change your name and group yourself under People. For the rest ask your facilitator or the organisation that invited you.',
          'Do you disagree with the answer? Then you can complain to the data protection authority.',
        ],
      },
    ],
  },
  accessibility: {
    title: 'Accessibility',
    intro:
      'Everybody must be able to take part: with a keyboard, a screen reader, a phone or large letters. We work by the rules of WCAG 2.2, level AA.',
    sections: [
      {
        heading: 'What works',
        words: [
          'Everything works with the keyboard alone. Tab goes on, F6 jumps from region to region.',
          'What you can drag you can also do with buttons and keys. The map is there as a table too.',
          'Colour never stands alone: each group also has a shape and a name.',
          'Text can be four times as large without sideways scrolling. There is a light and a dark look.',
          'If you want less motion, set that on your own device. Polder then stands still.',
        ],
      },
      {
        heading: 'What is not good enough yet',
        words: [
          'We test with a program and with the keyboard. People with a disability have not tested this version yet.',
          'Who writes in one text with others at the same time does not hear each word of the other with a screen reader. The field does say who is writing.',
          'Files for Word and the web page have headings and lists. Polder does not make a PDF yet.',
        ],
      },
      {
        heading: 'Are you stuck?',
        words: [
          'Tell your facilitator. They can also fill in for you. Or report it to whoever runs this server, so that it gets better.',
        ],
      },
    ],
  },
}

/** The plain texts about Polder, in both languages. */
export const texts: Readonly<Record<Locale, Readonly<Record<TextName, PlainText>>>> = { nl, en }
