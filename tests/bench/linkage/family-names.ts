/** Names for invented families, the commoner first. The tails are made of syllables, since real ones are long. */
const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const girlsFirst = words(
  `emma olivia ava sophia isabella mia emily amelia abigail madison elizabeth charlotte ella grace chloe victoria aubrey
   hannah natalie lily addison zoey kayla kaylee samantha allison gabriella savannah anna maya ariana alyssa sarah alexa
   jasmine ashley jada jade destiny nevaeh katherine julia brianna maria ana sofia camila valentina ximena guadalupe rosa
   jessica jennifer amanda stephanie nicole melissa michelle heather tiffany latoya keisha ebony aaliyah imani tamika
   patricia linda barbara susan margaret dorothy nancy carol teresa christina rebecca rachel kimberly laura amy angela
   catherine kathleen theresa veronica monica erica daniela alejandra fernanda leticia yolanda carmen josefina mercedes`,
);
const boysFirst = words(
  `liam noah jacob william mason ethan michael alexander jayden daniel elijah aiden james benjamin matthew jackson logan
   david anthony joseph joshua andrew lucas gabriel samuel christopher john dylan isaac ryan nathan carter caleb tyler
   jaylen jaiden brayden marcus malik darius tyrone andre deshawn jamal terrell xavier jose juan luis carlos miguel angel
   diego jesus francisco antonio alejandro javier ricardo eduardo fernando manuel pedro rafael robert richard thomas
   charles steven kenneth kevin brian edward ronald timothy jason jeffrey gary nicholas eric stephen jonathan larry justin
   scott brandon gregory patrick raymond jack dennis jerry aaron henry douglas peter zachary walter albert lawrence`,
);
const lastFirst = words(
  `smith johnson williams brown jones davis miller wilson moore taylor anderson thomas jackson white harris martin
   thompson robinson clark lewis lee walker hall allen young king wright scott green baker adams nelson hill campbell
   mitchell roberts carter phillips evans turner parker collins edwards stewart morris rogers reed cook morgan bell murphy
   bailey cooper richardson cox howard ward peterson gray james watson brooks kelly sanders price bennett wood barnes ross
   henderson coleman jenkins perry powell long patterson hughes washington butler simmons foster bryant alexander russell
   griffin hayes myers ford hamilton graham sullivan wallace woods cole west jordan owens reynolds fisher ellis`,
);
export const spanishLast: readonly string[] = words(
  `garcia rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez torres flores rivera gomez diaz reyes morales
   cruz ortiz gutierrez chavez ramos ruiz alvarez mendoza vasquez castillo jimenez moreno romero herrera medina aguilar
   garza castro vargas guzman mendez salazar soto franco dominguez rios delgado vega sandoval cabrera luna campos`,
);
const heads = words(
  "bar car dan el far gar hal jan kel lan mar nor pal ros san tar val win har bel cor fen tor",
);
const middles = words("a e i o ber den der fer ing land man mer nel per ring ster ten ver wick");
const tails = words("son er man ton ley ski sen by ford well wood field ham stein berg ard ell is ow ett");
const made = (): string[] =>
  heads.flatMap((head) => middles.flatMap((middle) => tails.map((tail) => head + middle + tail)));
const madeFirst = (ends: string[]): string[] =>
  heads.flatMap((head) => ["", "a", "e", "i", "o"].flatMap((mid) => ends.map((end) => head + mid + end)));

/** In an order that mixes the heads. */
const mix = (names: string[]): string[] => names.map((_, at) => names[(at * 7919) % names.length]!);

export const girls: readonly string[] = [...girlsFirst, ...mix(madeFirst(["lyn", "nia", "ra", "sha"]))];
export const boys: readonly string[] = [...boysFirst, ...mix(madeFirst(["von", "ell", "us", "ian"]))];
export const lasts: readonly string[] = [...lastFirst, ...spanishLast.slice(0, 20), ...mix(made())];
export const streets: readonly string[] = mix(made())
  .slice(0, 3000)
  .map((name, at) => `${name} ${["street", "avenue", "road", "lane", "court"][at % 5]}`);

/** What some are called at home. */
export const calledAtHome = new Map(
  words(
    `elizabeth:liz elizabeth:beth abigail:abby alexander:alex benjamin:ben christopher:chris daniel:danny emily:em
     edward:eddie francisco:paco jose:pepe guadalupe:lupe gabriella:gabby isabella:bella jacob:jake james:jim
     jennifer:jenny joseph:joe joshua:josh katherine:kate margaret:peggy matthew:matt michael:mike nicholas:nick
     olivia:liv patricia:pat rebecca:becky richard:rick robert:bob samantha:sam samuel:sam thomas:tom timothy:tim
     victoria:vicky william:will zachary:zach andrew:drew anthony:tony charles:charlie david:dave jonathan:jon
     kimberly:kim madison:maddie natalie:nat nathan:nate theresa:terry veronica:ronnie alejandro:alex antonio:tono
     fernando:nando manuel:manny ricardo:rick amelia:mia sofia:sofi jesus:chuy ronald:ron stephen:steve gregory:greg`,
  ).map((pair) => pair.split(":") as [string, string]),
);
