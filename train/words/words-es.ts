/** Spanish words by what they say of a thing, from very bad to very good. A `*` stands for any ending. Written by us. */
export const spanish = {
  weights: {
    3: `encanta encantó encantan excelente* perfect* genial* maravill* fantástic* increíble* espectacular* mejor mejores amo
      adoro extraordinari* magnífic* estupend*`,
    2: `bueno buena buenos buenas buen bien gracias agradec* feliz felices contento contenta alegr* bonito bonita bonitos
      hermos* lindo linda bello bella guapa guapo recomiend* recomendable* satisfech* rico rica delicios* amable* divertid*
      orgullos* éxito* gana ganó ganamos felicidades felicitaciones enhorabuena gusta gustó gustan disfrut* quiero top
      eficiente* fiable* impresionante* solucionado resuelto`,
    1: `rápid* fácil* útil* funciona interesante* espero ojalá práctic* limpi* cómod* bienvenid* sonrisa suerte segur* listo
      lista simpátic* jaja jajaja`,
    '-1': `lento lenta lentos retras* tarde espera esperando falta faltan difícil* complicad* confus* caro cara caros caras
      aburrid* problema* lamentablemente desgraciadamente lástima cansad* perdid* preocup* ruidos* sucio sucia viejo frío rar*
      miedo`,
    '-2': `mal malo mala malos malas roto rota error errores fallo fallos falla fallan molest* enfad* enoj* triste* decepcion*
      frustr* queja* reclam* falso falsa peor peores inútil* odio odia odian estúpid* tont* feo fea mentira* mentiros* vergüenza
      dolor* muerte muert* llor* cancel* reembols* ignor* ridícul* inaceptable* fracas* guerra* asco basta`,
    '-3': `horrible* terrible* pésim* desastr* asqueros* mierda* estafa* estafador* pesadilla* basura lamentable* catástrofe*
      catastrófic* vergonzos* deplorable* espantos*`,
  },
  negators: `no nunca jamás ningún ninguna nada sin ni tampoco`,
  intensifiers: `muy realmente tan demasiado absolutamente extremadamente totalmente súper super bastante`,
  softeners: `poco algo casi ligeramente quizás`,
  contrasts: `pero aunque sin-embargo`,
}
