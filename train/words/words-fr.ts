/** French words by what they say of a thing, from very bad to very good. A `*` stands for any ending. Written by us. */
export const french = {
  weights: {
    3: `adore adoré adorons excellent* parfait* génial* magnifique* merveilleu* fantastique* superbe* meilleur* exceptionnel*
      incroyable* formidable* extraordinaire*`,
    2: `bon bonne bons bonnes bien aime aimé aimons merci remercie content* heureu* ravi* beau belle beaux belles super bravo
      félicitation* recommande* satisfait* agréable* sympa* délicieu* gentil* drôle* plaisir fier* réussi* succès gagné gagne
      top efficace* fiable* impressionn* mieux résolu réparé`,
    1: `rapide* facile* utile* fonctionne marche intéressant* espère espérons pratique* propre* correct* confortable* bienvenue
      joli* sourire sûr chance`,
    '-1': `lent* retard* attente attends attendre manque* difficile* compliqué* confus* cher chère chers chères ennuyeu* problème*
      souci* malheureusement dommage fatigué* perdu* inquiet* inquiète* bruyant* sale vieux froid* bizarre* peur seul`,
    '-2': `mauvais* mal cassé* panne* erreur* bug* plante énerv* colère triste* déçu* décev* déception* frustr* plainte*
      réclamation* faux fausse pire inutile* nul nulle nuls déteste* stupide* bête moche mensonge* menteu* arnaque* honte*
      douleur* mort* pleure* annul* rembours* ignor* ridicule* inacceptable* inadmissible* échec* raté* guerre* attentat*`,
    '-3': `horrible* affreu* terrible* catastroph* dégueulasse* dégoûtant* merde* escroc* escroquerie cauchemar* lamentable*
      minable* honteu* scandaleu* épouvantable* exécrable*`,
  },
  negators: `pas ne n jamais aucun aucune rien sans ni plus`,
  intensifiers: `très vraiment tellement trop absolument extrêmement totalement si super`,
  softeners: `peu assez plutôt presque légèrement`,
  contrasts: `mais cependant pourtant toutefois`,
}
