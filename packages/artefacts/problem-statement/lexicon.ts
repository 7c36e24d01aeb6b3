// Words that give away that a sentence says more than what is wrong. A hint and never a wall: better to miss one than to
// nag, so words that people also use for daily life ("tijd maken", "een praatje maken") stay out.

const made = 'app|apps|platform|platforms|loket|loketten|meldpunt|meldpunten|coach|coaches|coördinator|coördinatoren'
const taught = 'campagne|campagnes|training|trainingen|cursus|cursussen|workshops?|keurmerk|website|portaal|dashboard'
const services =
  'opvang|dagbesteding|activiteiten|voorzieningen|begeleiding|vervoer|informatie|personeel|woningen|plekken|plaatsen|zorg|hulp'

const solutions: readonly RegExp[] = [
  // `mantelzorgmeldpunt` and `buurtapp` too; `WhatsApp` is daily life.
  new RegExp(`(?<!whats)(?:${made}|${taught})(?![\\p{L}])`, 'iu'),
  /(?<![\p{L}])er (?:moet|moeten|zou|zouden)(?:(?![.?!]).)*? komen(?![\p{L}])/iu,
  /(?<![\p{L}])(?:invoeren|opzetten|oprichten|uitrollen|introduceren|implementeren)(?![\p{L}])/iu,
  /(?<![\p{L}])(?:een|nieuwe?) (?:[\p{L}-]+ ){1,3}(?:bouwen|ontwikkelen)(?![\p{L}])/iu,
  new RegExp(`(?<![\\p{L}])(?:gebrek|tekort) aan (?:[\\p{L}-]+ )?(?:[\\p{L}-]*)(?:${services})(?![\\p{L}])`, 'iu'),
  /\b(?:lack of|shortage of|roll(?:ing)? out|portal|hotline|help ?desk)\b/i,
  /\b(?:build|create|introduce|implement|launch|set up|develop) (?:an?|the|new|more)\b/i,
  /\bthere (?:must|should|needs to) be (?:an?|more)\b/i,
]

const blame: readonly RegExp[] = [
  /(?<![\p{L}])(?:onwillige?|ongemotiveerde?|zorgmijders?|onbereikbaren?|probleemgevallen|kansarmen?|asocialen?)(?![\p{L}])/iu,
  /(?<![\p{L}])(?:ze|zij|mensen|bewoners|ouderen|ouders|jongeren|cliënten) (?:willen|wil) (?:het |gewoon |zelf |ook )*niet(?![\p{L}]| (?:alleen|meer|langer|dat|nog|zomaar|altijd|steeds))/iu,
  /(?<![\p{L}])(?:eigen schuld|te lui|geen zin om te)(?![\p{L}])/iu,
  /\b(?:unwilling|unmotivated|hard[- ]to[- ]reach|care avoiders?|lazy|their own fault|problem families)\b/i,
  /\b(?:they|people|residents) (?:just )?(?:do not|don['’]t) want to\b/i,
]

/** Whether a sentence already holds a solution, in Dutch or English. */
export const holdsSolution = (text: string): boolean => solutions.some((pattern) => pattern.test(text))

/** Whether a text lays it on the people themselves, in Dutch or English. */
export const laysBlame = (text: string): boolean => blame.some((pattern) => pattern.test(text))
