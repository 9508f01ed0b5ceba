/** Words that only join others, in the languages most posts are in: a phrase neither begins nor ends with one. */
const lists = [
  // English
  `a an the and or but if so as of to in on at by for from with without into onto over under about after before than then
  this that these those there here i me my mine we us our you your he him his she her it its they them their who whom whose
  which what when where why how is are was were be been being am do does did have has had having will would can could
  should may might must just also too very really s t m re ve ll d don didn doesn isn aren wasn im`,
  // German
  `der die das den dem des ein eine einen einem einer eines und oder aber wenn als ob weil dass daß damit so wie was wer wo
  wann warum ich mich mir mein meine meinen meiner wir uns unser unsere du dich dir dein deine ihr euch er ihn ihm sein
  seine sie ihnen es man sich ist sind war waren bin bist sein wird werden wurde wurden hat haben habe hatte hatten kann
  könnte muss soll will auch noch schon nur mal doch ja da hier dann denn zu zum zur in im ins an am auf aus bei beim mit
  nach von vom vor für über unter um durch gegen ohne bis seit`,
  // French
  `le la les un une des du de d l et ou mais si que qui quoi dont où quand comment pourquoi je me moi mon ma mes nous notre
  nos tu te toi ton ta tes vous votre vos il elle on ils elles se son sa ses leur leurs ce cet cette ces est sont était
  être suis es ai as a ont avait avoir pour par avec sans sur sous dans en au aux y ne plus très aussi c j n s qu`,
  // Spanish
  `el la los las un una unos unas y o pero si que quien cual donde cuando como porque yo me mi mis nosotros nuestro tu te ti
  tus usted su sus él ella ellos ellas se es son era eran ser soy está están estar ha han he había hay de del a al en con
  sin por para sobre lo le les muy más ya también`,
]

const words: ReadonlySet<string> = new Set(lists.flatMap((list) => list.split(/\s+/)))

/** Whether a word, in lower case, only joins others. */
export function isFunctionWord(word: string): boolean {
  return words.has(word)
}
