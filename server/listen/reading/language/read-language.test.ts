import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unknownLabel } from '../../../model/reading.ts'
import { lazyLanguage, readLanguage } from './read-language.ts'

const label = (text: string, language?: string) =>
  readLanguage({ text, ...(language !== undefined && { language }) }).label

describe('one sentence in', () => {
  test.each([
    ['af', 'Ek wag al twee weke vir my pakkie en niemand antwoord my nie'],
    ['am', 'እቃዬ እስካሁን አልደረሰም እባክዎ ይርዱኝ'],
    ['ar', 'لم تصل الشحنة حتى الآن ولا أحد يرد على رسائلي'],
    ['az', 'Bağlamam hələ də gəlməyib və heç kim mənə cavab vermir'],
    ['be', 'Мая пасылка зноў спазняецца, і ніхто не адказвае на лісты'],
    ['bg', 'Пратката ми още не е пристигнала и никой не отговаря'],
    ['bn', 'আমার পার্সেল এখনও আসেনি, কেউ উত্তর দিচ্ছে না'],
    ['ca', 'El meu paquet encara no ha arribat i ningú no em contesta els missatges'],
    ['cs', 'Můj balík ještě nedorazil a nikdo mi neodpovídá na zprávy'],
    ['cy', 'Nid yw fy mharsel wedi cyrraedd eto ac nid oes neb yn ateb y ffôn'],
    ['da', 'Min pakke er stadig ikke kommet, og ingen svarer på mine beskeder'],
    ['de', 'Mein Paket ist immer noch nicht da und niemand antwortet auf meine Nachrichten'],
    ['el', 'Το δέμα μου δεν έχει φτάσει ακόμα και κανείς δεν απαντά'],
    ['en', 'My parcel still has not arrived and nobody answers my messages'],
    ['eo', 'Mia pakaĵo ankoraŭ ne alvenis kaj neniu respondas al miaj mesaĝoj'],
    ['es', 'Mi paquete todavía no ha llegado y nadie contesta a mis mensajes'],
    ['et', 'Minu pakk ei ole ikka veel kohale jõudnud ja keegi ei vasta mulle'],
    ['eu', 'Nire paketea oraindik ez da iritsi eta inork ez dit erantzuten'],
    ['fa', 'بسته من هنوز نرسیده است و هیچ کس جواب پیام های من را نمی دهد'],
    ['fi', 'Pakettini ei ole vieläkään saapunut eikä kukaan vastaa viesteihini'],
    ['fr', 'Mon colis n’est toujours pas arrivé et personne ne répond à mes messages'],
    ['ga', 'Níor tháinig mo bheart fós agus níl aon duine ag freagairt mo theachtaireachtaí'],
    ['gu', 'મારું પાર્સલ હજી આવ્યું નથી અને કોઈ જવાબ આપતું નથી'],
    ['he', 'החבילה שלי עדיין לא הגיעה ואף אחד לא עונה להודעות'],
    ['hi', 'मेरा पार्सल अभी तक नहीं आया है और कोई जवाब नहीं दे रहा है'],
    ['hr', 'Moj paket još uvijek nije stigao i nitko ne odgovara na moje poruke'],
    ['hu', 'A csomagom még mindig nem érkezett meg, és senki sem válaszol az üzeneteimre'],
    ['hy', 'Իմ ծանրոցը դեռ չի հասել, և ոչ ոք չի պատասխանում'],
    ['id', 'Paket saya belum juga sampai dan tidak ada yang membalas pesan saya'],
    ['is', 'Pakkinn minn er ekki enn kominn og enginn svarar skilaboðunum mínum'],
    ['it', 'Il mio pacco non è ancora arrivato e nessuno risponde ai miei messaggi'],
    ['ja', '荷物がまだ届かないし、問い合わせても返事がありません'],
    ['ka', 'ჩემი ამანათი ჯერ არ მოსულა და არავინ მპასუხობს'],
    ['kk', 'Менің сәлемдемем әлі келген жоқ және ешкім хабарламаларыма жауап бермейді'],
    ['km', 'កញ្ចប់របស់ខ្ញុំមិនទាន់មកដល់ទេ'],
    ['ko', '택배가 아직도 도착하지 않았고 아무도 답장을 안 해요'],
    ['la', 'Sarcina mea nondum advenit et nemo epistulis meis respondet'],
    ['lg', 'Ekirabo kyange tekinnatuuka era tewali muntu yenna anziramu'],
    ['lo', 'ພັດສະດຸຂອງຂ້ອຍຍັງບໍ່ທັນມາຮອດ'],
    ['lt', 'Mano siunta vis dar neatvyko ir niekas neatsako į mano žinutes'],
    ['lv', 'Mana paka joprojām nav pienākusi, un neviens neatbild uz manām ziņām'],
    ['mi', 'Kāore anō taku mōkihi kia tae mai, ā, kāore tētahi e whakautu ana'],
    ['mk', 'Мојот пакет сè уште не е пристигнат и никој не одговара на пораките'],
    ['mn', 'Миний илгээмж одоо болтол ирээгүй, хэн ч хариу өгөхгүй байна'],
    ['mr', 'माझे पार्सल अजून आलेले नाही आणि कोणीही उत्तर देत नाही'],
    ['my', 'ကျွန်တော့်ပါဆယ် မရောက်သေးပါဘူး'],
    ['nl', 'Mijn pakket is nog steeds niet aangekomen en niemand antwoordt op mijn berichten'],
    ['no', 'Pakken min har fortsatt ikke kommet, og ingen svarer på meldingene mine'],
    ['pa', 'ਮੇਰਾ ਪਾਰਸਲ ਅਜੇ ਤੱਕ ਨਹੀਂ ਆਇਆ ਅਤੇ ਕੋਈ ਜਵਾਬ ਨਹੀਂ ਦਿੰਦਾ'],
    ['pl', 'Moja paczka nadal nie dotarła i nikt nie odpowiada na moje wiadomości'],
    ['pt', 'A minha encomenda ainda não chegou e ninguém responde às minhas mensagens'],
    ['ro', 'Coletul meu nu a ajuns încă și nimeni nu răspunde la mesajele mele'],
    ['ru', 'Моя посылка всё ещё не пришла, и никто не отвечает на сообщения'],
    ['sk', 'Môj balík stále neprišiel a nikto mi neodpovedá na správy'],
    ['sl', 'Moj paket še vedno ni prispel in nihče ne odgovarja na moja sporočila'],
    ['sn', 'Pasuru yangu haisati yasvika uye hapana munhu ari kupindura mashoko angu'],
    ['so', 'Xirmadaydii weli ma iman qofna kama jawaabo farriimahayga'],
    ['sq', 'Pakoja ime ende nuk ka mbërritur dhe askush nuk u përgjigjet mesazheve të mia'],
    ['sr', 'Мој пакет још увек није стигао и нико не одговара на поруке'],
    ['st', 'Sephutheloana sa ka ha se so fihle mme ha ho motho ya arabang melaetsa ya ka'],
    ['sv', 'Mitt paket har fortfarande inte kommit och ingen svarar på mina meddelanden'],
    ['sw', 'Kifurushi changu bado hakijafika na hakuna mtu anayejibu ujumbe wangu'],
    ['ta', 'என் பார்சல் இன்னும் வரவில்லை, யாரும் பதில் சொல்லவில்லை'],
    ['te', 'నా పార్సెల్ ఇంకా రాలేదు, ఎవరూ సమాధానం ఇవ్వడం లేదు'],
    ['th', 'พัสดุของฉันยังไม่มาถึงและไม่มีใครตอบข้อความ'],
    ['tl', 'Hindi pa rin dumarating ang aking padala at walang sumasagot sa mga mensahe ko'],
    ['tn', 'Sephuthelwana sa me ga se ise se goroge mme ga go ope yo o arabang melaetsa ya me'],
    ['tr', 'Kargom hâlâ gelmedi ve kimse mesajlarıma cevap vermiyor'],
    ['ts', 'Phasela ra mina a ri si fika naswona a ku na munhu loyi a hlamulaka marungula ya mina'],
    ['uk', 'Моя посилка досі не прийшла, і ніхто не відповідає на повідомлення'],
    ['ur', 'میرا پارسل ابھی تک نہیں پہنچا اور کوئی جواب نہیں دے رہا ہے'],
    ['vi', 'Gói hàng của tôi vẫn chưa đến và không ai trả lời tin nhắn của tôi'],
    ['xh', 'Ipasile yam ayikafiki kwaye akukho mntu uphendulayo imiyalezo yam'],
    ['yo', 'Ẹrù mi kò tíì dé, kò sì sí ẹni tí ó ń dáhùn àwọn ìfiránṣẹ́ mi'],
    ['zh', '我的包裹到现在还没有到，也没有人回复我的消息'],
    ['zu', 'Iphasela lami alikafiki futhi akekho umuntu ophendula imiyalezo yami'],
  ])('%s', (language, sentence) => {
    expect(label(sentence)).toBe(language)
  })

  // Their standard forms differ in so few words that either is a fair answer.
  test.each([
    ['bs', 'Moj paket još uvijek nije stigao i niko ne odgovara na moje poruke', ['bs', 'hr']],
    ['ms', 'Bungkusan saya masih belum sampai dan tiada sesiapa yang menjawab mesej saya', ['ms', 'id']],
  ])('%s, or its nearest neighbour', (_, sentence, fair) => {
    expect(fair).toContain(label(sentence))
  })
})

describe('what is not language is left out:', () => {
  test.each([
    ['links', 'https://www.example.com/this/is/all/written/in/english Leider kaputt'],
    ['mentions', '@the_best_customer_support_ever Leider kaputt'],
    ['mail addresses', 'the.best.support.ever@english.example.com Leider kaputt'],
    ['the mark of a repost', 'RT @user: Leider kaputt'],
    ['entities', '&quot;Leider&quot; &amp; kaputt&hellip;'],
    ['emoji and marks', '🔥🔥 Leider kaputt!!! 😡😡😡'],
    ['faces of foreign letters', '¯\\_(ツ)_/¯ Leider kaputt ಠ_ಠ'],
    ['signs without width', 'Lei\u200bder ka\u00adputt\u200f'],
    ['loudness', 'LEIDERRRRR KAPUTTTTTT'],
  ])('%s', (_, text) => {
    expect(label(text)).toBe('de')
  })

  test('the words of hashtags count', () => {
    expect(label('#leider #kaputt')).toBe('de')
  })

  test('letters are the same however their accents are stored', () => {
    const text = 'Můj balík ještě nedorazil, děkuji'
    expect(readLanguage({ text: text.normalize('NFD') })).toMatchObject({ label: 'cs' })
  })
})

describe('short texts', () => {
  test.each([
    ['gracias', 'es'],
    ['Vielen Dank', 'de'],
    ['merci beaucoup', 'fr'],
    ['спасибо большое', 'ru'],
    ['谢谢', 'zh'],
    ['ありがとう', 'ja'],
    ['teşekkürler', 'tr'],
  ])('“%s” is %s', (text, language) => {
    expect(label(text)).toBe(language)
  })

  test.each(['ok', 'hm', 'xd', '@acme', 'https://example.com', '🔥🔥🔥', '12345', ''])('“%s” could be any', (text) => {
    expect(label(text)).toBe(unknownLabel)
  })
})

describe('what the source states', () => {
  test('is taken where the text does not tell', () => {
    const { label: told, confidence } = readLanguage({ text: 'ok', language: 'de-AT' })
    expect([told, confidence >= 0.6]).toEqual(['de', true])
    expect(label('', 'pt_BR')).toBe('pt')
    expect(label('ok', 'nb')).toBe('no')
  })

  test('settles what the text leaves open, and is overruled where it is clear', () => {
    const either = 'Den er god'
    expect([label(either, 'da'), label(either, 'nb')]).toEqual(['da', 'no'])
    expect([label('東京大学', 'ja'), label('東京大学')]).toEqual(['ja', 'zh'])
    expect(label('Mein Paket ist schon wieder zu spät', 'en')).toBe('de')
  })

  test.each(['und', 'x', 'klingon', ''])('“%s” is no language', (stated) => {
    expect(label('ok', stated)).toBe(unknownLabel)
  })
})

describe('a reading', () => {
  test('shows the words that carried it, in title and text', () => {
    const [title, text] = ['iPhone 15 Pro', 'funktioniert leider nicht mehr']
    const { evidence, reader } = readLanguage({ title, text })
    expect(reader).toMatch(/^language@\d+$/)
    const words = evidence.map(({ start, end, part }) => (part === 'title' ? title : text).slice(start, end))
    expect(words).toContain('nicht')
  })

  test('is made once, however often it is asked for', async () => {
    const language = lazyLanguage({ text: 'Wo bleibt mein Paket denn nun?' })
    expect(await language.label()).toBe('de')
    expect(await language.reading()).toBe(await language.reading())
    expect(await lazyLanguage({ text: '🔥' }).label()).toBeUndefined()
  })

  test('never fails, whatever the text, and its evidence lies within it', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom(
          '\ud83d',
          '\ude00',
          '\u0301',
          '\u200d',
          '\u202e',
          '@',
          '&',
          ';',
          'a',
          "'",
          'ß',
          'İ',
          'が',
          ' ',
        ),
      }),
    )
    fc.assert(
      fc.property(
        fc.option(texts, { nil: undefined }),
        texts,
        fc.option(texts, { nil: undefined }),
        (title, text, language) => {
          const post = { text, ...(title !== undefined && { title }), ...(language !== undefined && { language }) }
          const reading = readLanguage(post)
          expect(reading.label).toMatch(/^[a-z]{2,3}$|^unknown$/)
          expect(reading.confidence).toBeGreaterThanOrEqual(0)
          expect(reading.confidence).toBeLessThanOrEqual(1)
          for (const { start, end, part } of reading.evidence) {
            expect(0 <= start && start < end && end <= ((part === 'title' ? title : text) ?? '').length).toBe(true)
          }
          expect(readLanguage(post)).toEqual(reading)
        },
      ),
      { numRuns: 500 },
    )
  })
})
