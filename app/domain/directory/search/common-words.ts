/** Everyday words of both languages: they carry no topic, are no misspelling of one, and are not reported as unused. */
const english =
  "a about after again ago all almost alone already also always am an and another any anybody anyone anything anywhere are area around as asap " +
  "ask asked asking asks at away back bad be because been before being best better between big both bring but by call called calling can cannot " +
  "cant case come comes coming could couple day days did didnt do does doesnt doing done dont down during each either else enough even ever every " +
  "everyone everything few find first for from full gave get gets getting give go goes going gone good got great had happen happened has hasnt " +
  "have havent having he hello help helped helping helps her here hers hey hi him himself his how i if im in instead into is isnt it its itself ive " +
  "just keep keeps kind know known knows last late lately later least left less let like little live lives living long look looking looks lost lot lots low made " +
  "make makes making many may maybe me mean might mine more most much must my myself name near nearby need needed needing needs never new next no " +
  "nobody none not nothing now number of off often oh ok okay old on once one only onto or other others our out over own part people person place " +
  "places please possible probably problem problems provide provided put question really recent recently right said same saw say says see seem seems self " +
  "service services several she should since single so some somebody someone something sometimes somewhere soon sort start started still " +
  "stop stops stopped stuff such sure take taken takes taking tell than thank thanks that thats the their them then there these they thing things think this those " +
  "though three through till time times to today together told tomorrow tonight too took toward tried try trying two u under until up upon ur us use " +
  "used uses using usually very w want wanted wants was wasnt way we week weeks well went were what when where whether which while who whom whos whose why " +
  "will wish with within without wont worried would yeah year years yes yesterday yet you your yours program programs class classes close closest " +
  "kid kids child children family families son sons daughter daughters boy boys girl girls woman women man men lady guy caller client clients referral " +
  "mo mos month months yr yrs yo grp mgmt eve tonite pls plz info information apply application application applications appointment appt open options option speaks speak speaking " +
  "oldest youngest age ages aged county city zip town hour hours minute minutes night four five six seven eight nine ten";
const spanish =
  "a al algo alguien algun alguna algunas algunos alla alli ano anos antes aqui asi aun aunque ayer ayuda ayudar bien buen buena bueno busca busco buscamos cada casi " +
  "cerca como con conmigo cosa cosas cual cuando cuanto cuantos cuesta da dan dar de debe deben decir del desde despues dia dias dice dicen dijo donde " +
  "dos e el ella ellas ellos en encontrar entre era eres es esa esas ese eso esos esta estaba estamos estan estar este esto estos estoy familia familias favor fue fui gente gracias " +
  "gusta gustaria ha hable hablan habla hablar hace hacer hacia han hasta hay he hemos hermana hermano hija hijas hijo hijos hola hoy ir la las le les lo los luego " +
  "llama llamar manana mas me mejor menos mes meses mi mia mio mis misma mismo mucha mucho muchos muy nada nadie necesita necesitamos necesitan necesito ni nina ninas nino ninos " +
  "no nos nosotras nosotros nuestra nuestro nueva nuevo nunca o ofrecen otra otras otro otros para parte pero persona personas poco pocos poder por porque " +
  "programa programas pueda puede pueden puedo pues que queremos quien quiere quieren quiero sabe saben se sea senora senor ser servicio servicios si " +
  "sin sobre solo somos son soy su sus tal tambien tan tanto tarde te tenemos tener tengo ti tiempo tiene tienen toda todas todavia todo todos tres tu " +
  "tus un una unas uno unos usted ustedes va vamos van veces ver vez vive vivo vivimos viven vivir voy y ya yo cuatro cinco seis siete ocho nueve diez semana semanas edad edades clase clases condado ciudad";

export const commonWords: ReadonlySet<string> = new Set(`${english} ${spanish}`.split(" "));

/** What may stand between the words of a phrase without changing it: "left her husband" is "left husband". */
export const glueWords: ReadonlySet<string> = new Set(
  (
    "a an the and or of in on at for with w near by to my our her his their i we you she he they is are am was be been has have had it its that this " +
    "some any so just really very el la los las un una unos unas y o e de del en con para por mi mis su sus nos se que me te le les al lo yo es " +
    "son esta estoy hasta tengo tiene"
  ).split(" "),
);
