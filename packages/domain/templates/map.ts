import { both, step, type Template } from './template.ts'

export const map: Template = {
  id: 'tpl-map',
  title: both(['Wie doet mee en wie mist?', 'Who takes part and who is missing?']),
  purpose: both([
    'Zien wie dit raakt, wie beslist en wie er niet aan tafel zit.',
    'See who is affected, who decides and who is not at the table.',
  ]),
  people: '6-24',
  steps: [
    step({
      title: ['Welkom', 'Welcome'],
      how: [10, 'plenary', 'opening', 'session'],
      prompt: [
        'Welkom. Zeg je naam en wat jij met deze vraag te maken hebt.',
        'Welcome. Say your name and what you have to do with this question.',
      ],
      goal: [
        'Iedereen weet wat we vandaag doen en wat er met de uitkomst gebeurt.',
        'Everyone knows what we do today and what happens with the result.',
      ],
    }),
    step({
      title: ['Namen verzamelen: 1-2-4-Allen', 'Collect names: 1-2-4-All'],
      how: [12, 'group', 'oneTwoFourAll', 'stakeholder'],
      prompt: [
        'Wie heeft met deze vraag te maken? Schrijf eerst zelf namen op. Vergelijk met twee, dan met vier, dan met iedereen.',
        'Who has to do with this question? First write names yourself. Compare in pairs, then in fours, then with everyone.',
      ],
      goal: [
        'Een lijst met alle mensen en organisaties die jullie kennen.',
        'A list of all people and organisations you know.',
      ],
    }),
    step({
      title: ['Dubbele namen samenvoegen', 'Merge duplicates'],
      how: [8, 'plenary', 'merge', 'stakeholder'],
      prompt: [
        'Welke namen bedoelen hetzelfde? Voeg ze samen. Twijfel je? Laat ze dan allebei staan.',
        'Which names mean the same? Merge them. In doubt? Then leave both.',
      ],
      goal: ['Elke mens of organisatie staat er één keer.', 'Each person or organisation is there once.'],
    }),
    step({
      title: ['Ieder schat zelf: invloed en belang', 'Everyone estimates: influence and interest'],
      how: [12, 'alone', 'estimate', 'stakeholder.estimates'],
      anonymity: 'names',
      prompt: [
        'Hoeveel heeft ieder te zeggen? En hoe hard raakt het ze? Schat het zelf, in stilte. Er is geen fout antwoord.',
        'How much say does each have? And how hard does it hit them? Estimate it yourself, in silence. There is no wrong answer.',
      ],
      goal: ['Ieders eigen schatting, zonder dat iemand je stuurt.', 'Everyone’s own estimate, led by nobody.'],
    }),
    step({
      title: ['Waar denken we verschillend?', 'Where do we differ?'],
      how: [15, 'group', 'dialogue', 'stakeholder.influence/interest'],
      prompt: [
        'Kijk waar jullie schattingen ver uit elkaar liggen. Vertel wat jij ziet dat een ander niet ziet.',
        'Look where your estimates lie far apart. Tell what you see that others do not.',
      ],
      goal: [
        'Waar we het over eens zijn, en waar we anders kijken en waarom.',
        'Where we agree, and where we see it differently and why.',
      ],
    }),
    step({
      title: ['Pauze', 'Break'],
      how: [10, 'plenary', 'break', '-'],
      prompt: ['Even pauze. Haal iets te drinken.', 'Take a break. Get something to drink.'],
      goal: ['Iedereen is weer fris.', 'Everyone is fresh again.'],
    }),
    step({
      title: ['Lijnen trekken per soort', 'Draw lines, one type at a time'],
      how: [20, 'group', 'netMap', 'relation'],
      prompt: [
        'Trek lijnen, één soort tegelijk. Eerst: wie helpt wie? Dan: wie betaalt? Dan: wie maakt de regels? Waar is spanning?',
        'Draw links, one kind at a time. First: who helps whom? Then: who pays? Then: who makes the rules? Where is tension?',
      ],
      goal: ['Lijnen op de kaart, met bij elke lijn een soort.', 'Links on the map, each with its kind.'],
    }),
    step({
      title: ['Wie mist er?', 'Who is missing?'],
      how: [10, 'plenary', 'whoIsMissing', 'stakeholder.participation'],
      prompt: [
        'Kijk naar wie het hard raakt en weinig te zeggen heeft. Wie van hen zit niet aan tafel? Wie kan hen vragen?',
        'Look at who is hit hard and has little say. Who of them is not at the table? Who can ask them?',
      ],
      goal: ['Een lijst met stemmen die missen, en wie hen vraagt.', 'A list of missing voices, and who asks them.'],
    }),
    step({
      title: ['Bruggen en zwakke plekken', 'Bridges and weak spots'],
      how: [10, 'plenary', 'networkReading', 'relation(status=wanted)'],
      prompt: [
        'Waar hangt alles aan één mens of één lijn? Waar zou een nieuwe lijn veel verschil maken?',
        'Where does everything hang on one person or one link? Where would a new link make much difference?',
      ],
      goal: [
        'Lijnen die we willen, en plekken die kwetsbaar zijn.',
        'Links that we want, and places that are fragile.',
      ],
    }),
    step({
      title: ['Uitnodigen en acties', 'Invitations and actions'],
      how: [8, 'plenary', 'actions', 'action'],
      prompt: ['Wie nodigen we uit, wie doet dat en wanneer?', 'Whom do we invite, who does it and when?'],
      goal: ['Acties met een naam en een datum.', 'Actions with a name and a date.'],
    }),
    step({
      title: ['Terugblik', 'Look back'],
      how: [5, 'plenary', 'checkout', 'exitQuestion'],
      anonymity: 'secret',
      prompt: [
        'Hoe was het vandaag? Beantwoord drie korte vragen. Niemand ziet wat jij antwoordt.',
        'How was today? Answer three short questions. Nobody sees what you answer.',
      ],
      goal: ['Weten of iedereen gehoord is.', 'Knowing whether everyone was heard.'],
    }),
  ],
}
