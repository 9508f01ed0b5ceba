/** English words by what they say of a thing, from very bad to very good. A `*` stands for any ending. Written by us. */
export const english = {
  weights: {
    3: `love loved loves loving amazing awesome brilliant excellent fantastic outstanding perfect perfectly superb wonderful
      best incredible magnificent flawless delighted thrilled adore adored masterpiece phenomenal exceptional stellar
      fabulous marvelous marvellous blessed ecstatic overjoyed`,
    2: `great good happy glad enjoy enjoyed enjoying enjoys beautiful beautifully impressed impressive nice nicely thank
      thanks thx ty thankful grateful appreciate* recommend recommended excited exciting pleased pleasure fun yay win won
      wins winner winning success* congrats congratulations helpful friendly delicious gorgeous lovely cute sweet smile*
      proud celebrate* cheers hurray hooray bravo legend superstar hero reliable smooth smoothly satisfied satisfying
      stunning yummy tasty elegant genius sleek kudos wow woohoo props rocks hilarious epic solid top-notch inspir*
      charming fast better improved fixed solved`,
    1: `like liked likes well ok okay fine cool easy easily useful works worked quick quickly clean interesting hope
      hopefully hoping welcome safe comfortable comfy fair fresh bright calm smart clever kind warm worth favorite favourite
      fans ready laugh* lol haha hahaha promising pretty popular strong eager fits neat handy intuitive affordable
      convenient improvement improvements responsive generous polite interested trust looking-forward joy luck lucky`,
    '-1': `slow slowly late delay delayed delays missing lack lacks lacking hard difficult confusing confused unclear
      expensive overpriced pricey boring bored meh bland weird odd wait waiting waited tired lost issue issues trouble
      problem problems cold noisy dirty doubt worried worry worries concern concerns miss missed cannot stuck unsure nobody
      limited old outdated complicated mediocre dull unfortunately sorry small uncomfortable alone lonely risk* cost*
      controversial sick sore busy crowded poor tough smelly sticky leak* queue`,
    '-2': `bad badly broken break breaks broke fail fails failed failing failure error errors crash* bug bugs buggy
      annoy* angry mad sad upset unhappy disappoint* frustrat* poorly wrong worse complain* complaint* cancel* refund
      refuse* rude ignor* useless unusable unreliable unacceptable ridiculous hate hated hates hating stupid dumb ugly lame
      sucks suck sucked sucking lie lied lies lying liar damage* defect* faulty waste wasted hurt hurts pain painful fear
      scared scary die died dies dead death killed kill kills cry crying cries fake spam shame ashamed embarrass* lose loses
      losing loser loss joke mess messed unfair unprofessional incompetent clueless crap damn wtf smh ugh nope overcharg*
      misleading neglect* regret* shady sketchy blame* accus* attack* war fight* threat* destroy* ruin* stole stolen steal
      terror* racist sexist corrupt* guilty crime* violen* injur* protest* outrage* terrified fuming furious depress*
      miserable gross`,
    '-3': `terrible awful horrible worst disgusting pathetic atrocious appalling abysmal dreadful scam scammed scammer
      scammers fraud nightmare garbage trash rubbish shit shitty bullshit fuck fucking fucked disgrace* disgust* hideous
      unbearable despicable horrid horrific vile evil crappy horrendous inexcusable catastroph* disaster* tragic tragedy
      murder* rape* worthless`,
  },
  negators: `not no never none nothing neither nor without cannot cant don dont doesn doesnt didn didnt isn isnt wasn
    wasnt aren arent won wont wouldn wouldnt couldn couldnt shouldn shouldnt hasn hasnt haven havent hadn hadnt ain aint
    hardly barely rarely`,
  intensifiers: `very really so extremely absolutely totally completely incredibly super truly utterly too damn fucking
    insanely seriously definitely deeply highly`,
  softeners: `slightly somewhat bit little kinda kind sort fairly rather almost maybe`,
  contrasts: `but however although though yet`,
}
