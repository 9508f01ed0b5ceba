/**
 * What the server says in English, by its stable code. Where a code is not here, its own sentence is shown; English needs
 * no such file.
 */
export const said: Record<string, string> = {
  'query.and-or-mixed':
    'AND und OR stehen nebeneinander. AND bindet enger; so wird es gelesen, wie „Richten“ es zeigt. Klammern sagen, was zusammengehört.',
  'query.bad-country': 'Ein Land hat zwei Buchstaben, zum Beispiel country:de.',
  'query.bad-domain': 'Das ist keine Domain. Schreib sie wie site:example.com.',
  'query.bad-language': 'Eine Sprache hat zwei oder drei Buchstaben, zum Beispiel lang:de.',
  'query.bad-number': 'Hier gehört eine Zahl hin, zum Beispiel followers:>=1000.',
  'query.bad-value': 'Diesen Wert gibt es hier nicht.',
  'query.bare-link':
    'Eine Adresse wird als ihre Wörter gelesen. Beiträge, die dorthin verweisen, findet link:example.com.',
  'query.brace-not-closed': "Diese '{' wird nie geschlossen. Genaue Schreibung sieht so aus: '{'Acme'}'.",
  'query.brace-not-opened': "Diese '}' schließt nichts. Genaue Schreibung sieht so aus: '{'Acme'}'.",
  'query.bracket-not-closed': 'Diese Klammer wird nie geschlossen.',
  'query.bracket-not-opened': 'Diese Klammer schließt nichts.',
  'query.comma-list':
    'Kommas verbinden nichts: Alle diese Wörter müssen vorkommen. Wo eines genügt, gehört OR dazwischen.',
  'query.curly-quotes': 'Diese Anführungszeichen sind nicht die geraden. Sie werden wie "…" gelesen.',
  'query.cycle': 'Diese Themen verweisen im Kreis aufeinander. Nimm einen der Verweise heraus.',
  'query.double-not': 'Zweimal NOT hintereinander hebt sich auf.',
  'query.doubled':
    "Das steht hier schon. Groß und klein macht keinen Unterschied; genaue Schreibung sieht so aus: '{'Acme'}'.",
  'query.empty': 'Die Abfrage ist leer. Schreib ein Wort, auf das gehört werden soll.',
  'query.field-empty': 'Dahinter fehlt der Wert, ohne Leerzeichen davor.',
  'query.field-group': 'Hier steht nur ein Wert. Schreib das Feld für jeden Wert noch einmal, mit OR dazwischen.',
  'query.field-in-title': 'In title:( … ) stehen nur Wörter, Wendungen und was sie verbindet.',
  'query.foreign-field':
    'Dieses Feld gibt es hier nicht. „Richten“ setzt ein, was hier dasselbe tut, oder nimmt es heraus.',
  'query.foreign-operator':
    'Das ist hier kein Operator. Operatoren sind AND, OR, NOT (oder ein Minus), NEAR/5 und BEFORE/5.',
  'query.html-entity': 'So schreibt eine Webseite ein Zeichen; hier wird es als Wort gelesen.',
  'query.invisible-character':
    'Mitten in diesem Wort steht ein unsichtbares Zeichen und teilt es. Beim Kopieren kommt so etwas oft mit.',
  'query.list-entry':
    'Diese Zeile kann so nicht in der Liste stehen: ein Wort oder eine Wendung je Zeile, ohne Operatoren.',
  'query.list-not-of-words':
    'Diese Liste enthält Namen oder Seiten. Neben NEAR und BEFORE und in title:( … ) stehen nur Listen von Wörtern.',
  'query.long-dash': 'Dieser lange Strich wird als Minus gelesen: Was folgt, darf nicht vorkommen.',
  'query.near-chain': 'NEAR und BEFORE folgen nicht aufeinander. Schreib: a NEAR/5 b AND b NEAR/5 c',
  'query.near-distance': 'NEAR und BEFORE brauchen einen Abstand von 1 bis 100, zum Beispiel NEAR/5.',
  'query.near-same-word':
    'Auf beiden Seiten stehen dieselben Wörter: Eines davon muss zweimal nah beieinander vorkommen.',
  'query.near-side':
    'Neben NEAR und BEFORE stehen Wörter, Platzhalter, Wendungen oder diese mit OR in Klammern; kein AND, NOT oder Feld.',
  'query.never-occurs': 'Dieses Wort kam in den Beiträgen der letzten 30 Tage nicht vor.',
  'query.no-word': 'Das ist kein Wort: Buchstaben, Ziffern oder ein Emoji fehlen.',
  'query.no-words': 'Hier steht kein Wort, das zu finden wäre; das bringt vielleicht sehr viele Beiträge.',
  'query.not-alone':
    'Dieses NOT steht allein, ohne etwas, das gefunden werden soll; es brächte fast jeden Beitrag. Sag zuerst, was gesucht wird: acme NOT spam.',
  'query.not-swallows-all': 'NOT nimmt hier alles weg: Was vorkommen muss, ist auch ausgeschlossen.',
  'query.odd-site': 'So steht die Domain selten in einer Adresse. Schreib sie ganz und ohne www: site:example.com.',
  'query.operator-alone': 'Hier fehlt etwas: AND, OR, NOT, NEAR und BEFORE brauchen Wörter neben sich.',
  'query.other-brackets': 'Das sind keine runden Klammern. Sie werden wie ( … ) gelesen.',
  'query.question-mark-ending': 'Ein ? am Ende steht für genau ein Zeichen.',
  'query.quote-not-closed': 'Dieses Anführungszeichen wird nie geschlossen.',
  'query.quoted-operator':
    'In Anführungszeichen oder geschweiften Klammern ist das ein gewöhnliches Wort. Operatoren stehen außerhalb.',
  'query.quoted-wildcard': 'Zwischen Anführungszeichen gelten * und ? nicht als Platzhalter.',
  'query.short-title':
    'Nur das erste Wort muss im Titel stehen, die anderen irgendwo. Für alle im Titel gehören sie in Klammern: title:( … ).',
  'query.sign-alone': 'Hinter # oder @ gehört gleich das Wort, ohne Leerzeichen: #acme.',
  'query.single-quotes':
    'Einfache Anführungszeichen ergeben keine Wendung: Diese Wörter dürfen irgendwo stehen. Eine Wendung schreibt man "…".',
  'query.small-operator': 'Klein geschrieben ist das ein gewöhnliches Wort. Gemeint ist wohl das große.',
  'query.tilde-distance': '~ bedeutet hier nichts. Wörter nah beieinander findet NEAR: a NEAR/5 b.',
  'query.too-common': 'Dieses Wort allein bringt schon einen großen Teil aller Beiträge.',
  'query.too-costly':
    'Diese Abfrage würde für fast jeden Beitrag lange Listen durchsehen. Eine Seite des AND kürzer und bestimmter machen oder auf mehrere Themen verteilen.',
  'query.too-deep': 'Hier sind zu viele Klammern ineinander.',
  'query.too-long': 'Diese Abfrage ist zu lang.',
  'query.too-much':
    'Mit allen Listen und Themen, die sie nennt, ist diese Abfrage zu groß. Nenne weniger oder kürze sie.',
  'query.unknown-channel': 'Diese Kanalart gibt es hier nicht.',
  'query.unknown-field': 'Dieses Feld gibt es nicht.',
  'query.unknown-list': 'Diese Liste gibt es hier nicht.',
  'query.unknown-topic': 'Dieses Thema gibt es hier nicht.',
  'query.wildcard-too-short': 'Vor dem ersten * oder ? stehen mindestens zwei Buchstaben.',

  'problem.already_here': 'Diese Person ist schon hier.',
  'problem.asked_to_wait': 'Das Netzwerk bittet uns zu warten. Nichts wurde gespeichert: Versuch es gleich wieder.',
  'problem.bad_query': 'Diese Wörter sind so keine Abfrage. Sieh auf Klammern und Anführungszeichen.',
  'problem.changed_meanwhile':
    'Jemand anderes hat dieses Thema inzwischen geändert. Dein Text ist nicht verloren: Sieh dir die Änderung an und speichere dann noch einmal.',
  'problem.channel_paused': 'Dieser Kanal ist angehalten. Lass ihn zuerst wieder zuhören.',
  'problem.email_taken': 'Mit dieser E-Mail-Adresse gibt es schon ein Konto.',
  'problem.entries_refused': 'Nicht jede Zeile dieser Liste geht so. Die Zeilen stehen darunter.',
  'problem.forbidden': 'Das darfst du nicht. Wer den Arbeitsbereich besitzt, kann es dir geben.',
  'problem.last_owner': 'Jemand muss den Arbeitsbereich besitzen. Gib ihn zuerst einer anderen Person.',
  'problem.link_dead':
    'Diese Einladung gilt nicht mehr: Sie wurde benutzt, zurückgezogen oder ist älter als sieben Tage. Bitte um eine neue.',
  'problem.link_used':
    'Dieser Einrichtungslink gilt nicht mehr. Öffne den, den der letzte Start von Earshot ausgegeben hat, oder melde dich an.',
  'problem.list_in_use': 'Themen sehen in diese Liste hinein (list:). Nimm sie dort zuerst heraus.',
  'problem.name_taken': 'Diesen Namen gibt es schon. Wähle einen anderen.',
  'problem.not_found': 'Das gibt es hier nicht (mehr).',
  'problem.own_grants': 'Die eigenen Rechte ändert jemand anderes.',
  'problem.query_refused': 'Diese Abfrage geht so noch nicht. Die Fehler stehen darunter.',
  'problem.sign_in_over':
    'Diese Anmeldung ist schon abgeschlossen, hat länger als eine halbe Stunde gedauert oder wurde von jemand anderem begonnen. Fang noch einmal an.',
  'problem.signed_out': 'Melde dich zuerst an.',
  'problem.too_large': 'Das ist zu groß.',
  'problem.topic_referred_to': 'Ein anderes Thema sieht in dieses hinein (topic:). Nimm das dort zuerst heraus.',
  'problem.topic_would_break':
    'Ein anderes Thema, das hier hineinsieht, würde damit zu groß oder unlesbar. Nimm weniger.',
  'problem.topic_unfinished':
    'Einschalten geht mit Abfrage, Zweck, einer verantwortlichen Person und einer Abmachung. Hier fehlt noch etwas.',
  'problem.wrong_password': 'Die E-Mail-Adresse oder das Passwort stimmt nicht. Versuch es noch einmal.',
  'problem.wrong_password.current': 'Das ist nicht dein jetziges Passwort. Nichts wurde geändert.',

  'problem.refused.departmentIds': 'Wähle mindestens eine Abteilung für diese Person.',

  'network.feed.label': 'Feed',
  'network.feed.about': 'Neue Artikel eines Blogs, einer Zeitung oder eines Podcasts: RSS, Atom oder JSON Feed.',
  'network.feed.url.label': 'Adresse',
  'network.feed.url.help': 'Des Feeds oder einer Seite, die einen hat.',
  'network.feed.userName.label': 'Name',
  'network.feed.userName.help': 'Nur für einen Feed hinter einem Passwort.',
  'network.feed.password.label': 'Passwort',
  'network.form.label': 'Rückmeldeseite',
  'network.form.about':
    'Eine Seite von euch, auf der Menschen euch schreiben. Eure Antworten lesen sie dort, auf einer eigenen Seite.',
  'network.form.title.label': 'Überschrift der Seite',
  'network.form.intro.label': 'Worte über dem Feld',
  'network.form.askEmail.label': 'Nach einer E-Mail-Adresse fragen',
  'network.form.askEmail.help': 'Man kann sie immer weglassen. Nur euer Team sieht sie.',
  'network.inbound.label': 'Eingehender Webhook',
  'network.inbound.about':
    'Euer eigenes Programm schickt Beiträge an eine unterschriebene Adresse und bekommt unsere Antworten unterschrieben zurück.',
  'network.inbound.replyUrl.label': 'Wohin Antworten gehen',
  'network.inbound.replyUrl.help':
    'Eine Adresse von euch, die unsere Antworten als unterschriebene Webhooks annimmt. Leer: nur lesen.',
  'network.mastodon.label': 'Mastodon',
  'network.mastodon.about':
    'Hört Erwähnungen, Zeitleisten, Hashtags und Suchen eines Mastodon- oder verwandten Kontos und antwortet als dieses Konto.',
  'network.mastodon.server.label': 'Server',
  'network.mastodon.server.help':
    'Die Adresse des Servers, auf dem euer Konto liegt: Mastodon, GoToSocial, snac oder ein anderer mit derselben Schnittstelle.',
  'network.mastodon.accessToken.label': 'Zugangstoken',
  'network.mastodon.accessToken.help':
    'Auf eurem Server: Einstellungen, Entwicklung, Neue Anwendung, mit den Rechten „read“ und „write:statuses“.',
  'network.mastodon.mentions.label': 'Erwähnungen',
  'network.mastodon.mentions.help': 'Beiträge und Direktnachrichten an euer Konto.',
  'network.mastodon.home.label': 'Eigene Zeitleiste',
  'network.mastodon.home.help': 'Was Konten und Hashtags schreiben, denen ihr dort folgt.',
  'network.mastodon.hashtags.label': 'Hashtags',
  'network.mastodon.hashtags.help': 'Je Zeile einer, mit oder ohne #.',
  'network.mastodon.publicTimeline.label': 'Öffentliche Zeitleiste',
  'network.mastodon.publicTimeline.help': 'Alles Öffentliche, von wem auch immer.',
  'network.mastodon.publicTimeline.none': 'Nicht hören',
  'network.mastodon.publicTimeline.local': 'Von diesem Server',
  'network.mastodon.publicTimeline.federated': 'Alles, was dieser Server kennt',
  'network.mastodon.searchWords.label': 'Suchwörter',
  'network.mastodon.searchWords.help': 'Je Zeile eine Suche, alle fünf Minuten. Geht, wo der Server Volltextsuche hat.',
  'network.mastodon.visibility.label': 'Wer Antworten lesen kann',
  'network.mastodon.visibility.help':
    'Das Weiteste, was eine Antwort sein darf. Nie weiter als der Beitrag, auf den sie antwortet.',
  'network.mastodon.visibility.public': 'Alle, auch in Listen',
  'network.mastodon.visibility.unlisted': 'Alle, aber nicht gelistet',
  'network.mastodon.visibility.followers': 'Nur wer dem Konto folgt',
}
