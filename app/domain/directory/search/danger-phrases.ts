/** What a line may say that comes before any program. */
export const dangers = ["self_harm", "violence", "child", "overdose"] as const;
export type Danger = (typeof dangers)[number];

/** Kinds of words in the phrases below, each once: who, whom, with what. "{age}" is a number, alone or with its unit. */
export const dangerKinds: Readonly<Record<string, string>> = {
  partner:
    "husband boyfriend bf hubby partner wife girlfriend gf ex fiance fiancee spouse stalker esposo esposa marido novio novia pareja",
  he: "he hes she shes husband boyfriend bf partner ex wife girlfriend gf dad father stepdad stepfather mom mother stepmom stepmother uncle brother son man guy somebody someone",
  kin: "he hes she shes stepdad stepfather dad daddy father uncle grandpa grandfather cousin brother stepbrother boyfriend bf husband teacher coach neighbor babysitter pastor priest man guy mom mother stepmom somebody someone padrastro papa papi padre tio abuelo primo hermano hermanastro novio marido esposo vecino maestro profesor entrenador hombre senor pastor padrino madrastra alguien",
  parent:
    "dad daddy father stepdad stepfather mom mommy mother stepmom stepmother parent parents babysitter nanny teacher he she husband boyfriend bf wife girlfriend ex uncle grandma grandpa i im papa padre padrastro madrastra",
  kids: "kid kids child children baby babies infant newborn toddler toddlers son sons daughter daughters stepson stepdaughter stepkids boy boys girl girls twins grandkids grandchildren grandson granddaughter grandbaby niece nephew nino nina ninos ninas hijo hija hijos hijas bebe bebes nieto nieta nietos nietas sobrino sobrina sobrinos",
  the: "the my his her our their your",
  us: "me us her mom mother sister",
  hits: "hits hit hitting beats beat beating beaten slaps slapped slapping punches punched punching chokes choked choking strangles strangled strangling shoves shoved smacks smacked smacking whips whipped whipping whoops whooped stabs stabbed",
  hurts:
    "hurts hurt hurting abuses abused abusing kicks kicked kicking shakes shook shaking burns burned burning",
  touches:
    "touch touches touched touching molest molests molested molesting gropes groped fondles fondled fondling rapes raped",
  kill: "kill kills killing killed smother suffocate drown strangle matar",
  weapon:
    "gun guns knife knives weapon machete pistol rifle shotgun arma armas cuchillo pistola machete navaja",
  cant: "cant cannot",
  dont: "dont doesnt didnt not",
  pega: "pega pego pegan pegaba pegar pegarle pegarles golpea golpeo golpean golpeaba golpear golpearlo golpearla golpearlos maltrata maltratan patea pateo cachetea sacude sacudio sacudir quemo quema avienta avento aventar",
  toca: "toca toco tocan tocaba manosea manoseo manosean viola violo abusa abuso",
  solo: "solo sola solos solas",
  took: "took takes taken taking swallowed swallow swallows ate eat eaten eating drank drinks drinking ingested tomo tome tomaron tomado tomarse trago tragado comio bebio",
  much: "bunch bottle handful whole lot lots many much all ton box pack todas todo todos toda muchas mucho muchos frasco bote botella monton punado caja pila",
  pills:
    "pills pill tylenol advil motrin ibuprofen aspirin xanax percocet percocets percs oxy oxys meds medicine medicines medication medications tablets benadryl melatonin opioids vitamins pastillas pastilla medicina medicinas pildoras tabletas medicamento medicamentos",
  poison:
    "bleach antifreeze poison pesticide detergent lye drano cleaner windex gasoline pods battery batteries magnet magnets edibles cloro veneno blanqueador detergente",
  ending: "want wants wanna wanting going gonna ready trying try tried",
};

/**
 * What a line says of a danger, phrases between commas; joining words may stand between any two. "{kids}" is any word of the kind, "a|b" one
 * of these, "!a|b" that none of these follows.
 */
export const dangerPhrases: Readonly<Record<Danger, string>> = {
  self_harm:
    "suicide, suicidal, suicidio, suicida, suicidarse, suicidarme, kms, unalive, unaliving, kill|killing|killed|hang|hanging|shoot|shooting|hurt|hurting|harm|harming|stab myself|herself|himself|themselves|themself, " +
    "want|wants|wanna|wanted|wish|going to die, want|wants|wanna|wanted|wish|going die, wish i was|were dead, wish i was never born, better off dead, better off without me, {dont} want to live !here|there|with|near|at|on, {dont} want live !here|there|with|near|at|on, " +
    "{dont} want to exist, {dont} want to be alive, {dont} want to be here anymore, {dont} want to wake up, wont want to live, no reason to live, no reason for living, nothing to live for, no point in living, tired of living !here|there|with|in|on|at, tired of life, " +
    "end|ending|ended|take|taking|took my|her|his|own own|life !insurance, end|ending|take|taking my|her|his life !insurance, {ending} end it, {ending} to end it, end it all, ending it all, end everything, {cant} go on !field|a|the|trip|trips|vacation|to|with, can not go on !field|a|the|trip|trips, " +
    "{dont} want to go on !field|a|the|trip|trips|vacation, going|gonna|want|wanna|wants|about|threatening jump !rope|ropes|roping|start|in|into|on|around|at|to|house|class|through|for, jump off bridge|roof|building|balcony|overpass, jump in front, " +
    "cutting|cuts|cut|harming herself|himself|myself|themselves|themself, cutting|cuts|cut her|his|my arms|arm|wrists|wrist|legs|thighs, {kids} cutting !school|class|classes|hair|grass|paper|food|teeth|tooth|a|his|her|my|down|out|weight, teen|teenager cutting !school|class|classes|a|down, self harm, self-harm, self harming, self-harming, selfharm, took pills to die, " +
    "quiere|quiero|quisiera|ganas|prefiero|prefiere morir|morirse|morirme, me quiero|quisiera morir, se quiere|quisiera morir, matarse, quiero|voy|pienso|pense|pensando|planeo|ganas|intente matarme, se quiere|va|intento matar, me quiero|voy matar, quitarse|quitarme la vida, no quiere|quiero|queria vivir !aqui|con|alli|alla|cerca|lejos, " +
    "no quiere|quiero existir, no quiere|quiero seguir viviendo, no quiero despertar, quiero|quisiera|quiere|ganas desaparecer, want|wish|wants disappear, no vale la pena vivir, sin ganas de vivir, cansada|cansado de vivir !aqui|con|en, se corta !la|luz|el|agua|gas|pelo, me corto !la|luz|el|agua|gas|pelo, cortarse las venas|brazos|munecas, cortarme !el|pelo, autolesion, hacerse|hacerme dano",
  violence:
    "{hits} {us} !head|hand|arm|leg|foot|toe|elbow|knee, {he} {hurts} {us} !feelings|out, beat up, beats up, kicked|kicks me in, {partner} {hits}|hurts|abuses|abused, domestic violence, being abused, being hit, being beaten, in an abusive, abusive husband|boyfriend|partner|relationship|ex|wife|girlfriend, " +
    "pushes|pushed|pushing|grabs|grabbed|shakes|shook|bit|threw|throws me|us !out, rape, raped, sexually assaulted, sexual assault, strangled, kill|killing me|us|everyone !softly|in, kill|killing her|him, {kill} {partner}, {he} gonna|going|will kill, gonna|going kill someone|somebody|them, threat|threats|threaten|threatens|threatened|threatening|threatned to kill|hurt|shoot|beat|harm|stab, threatens|threatened|threatening me|us|her !to|with, threatened with gun|knife, threatens her life, death threat, death threats, " +
    "pulled|pulls|pulling|has|had|got|carries|waved|waving|pointed|points|pointing {weapon}, {partner} wont|doesnt|dont|never let|lets me|her leave|go|out|work|talk, {he} wont|doesnt let me|her leave|out, wont let me|her|us leave, not let me|her leave, not allowed to leave, locked|locks|lock me|us|her in|inside|up, keeps me locked, keeps her locked, held hostage, " +
    "{partner} outside|following|follows|stalking|stalks|stalked, {partner} broke in, {partner} breaking in, {partner} shows up, outside my|our|her house|door|home|window|apartment, stalking|stalks|stalked|stalker me|her, being stalked, following me, " +
    "afraid|scared|terrified|fear {partner}|him, afraid|scared to go home, scared|afraid to leave him, scared|afraid|fear for her|my life, scared|afraid for life, {dont} feel safe at|with|around|in him|husband|boyfriend|home|house, {dont} feel safe home|here|him|{partner}, {dont} safe at home, not safe home|here, " +
    "left|leaving|fleeing|fled|running|escaped|escaping|escape husband|boyfriend|abuser|violence, somewhere|place safe tonight, safe place tonight, controls|controlling husband|boyfriend, " +
    "me|la|nos|le {pega}|patea|empuja|empujo|jala|jalo|insulta !la|el, me|la|nos ahorca|ahorco|asfixia|asfixio|estrangula|encierra|encerro|maltrato|amenaza|amenazo|acosa|persigue|controla|violo|violaron|golpeo, me|la|nos quiere|va|queria|intento|trato|puede matar|pegar|golpear|lastimar|ahorcar, quiere|va|amenazo|amenaza matarme|matarnos|matarla|pegarme|golpearme|ahorcarme, amenaza|amenazo|amenazan matar|pegar|golpear|quitarme, " +
    "tiene|trae|saco|apunto|apunta|carga {weapon}, no me|la deja salir, me tiene encerrada|encerrado, {partner} {pega}|golpea|maltrata|ahorca|afuera|sigue, me sigue|siguio {partner}, afuera de mi casa, miedo de|a|al {partner}|el, miedo {partner}|papa, le tengo miedo, miedo de el, miedo por mi vida, temo por mi vida, no me siento segura|seguro|a en|con casa|el|{partner}, violencia domestica, violada, la violaron, deje {partner}, huyendo {partner}|golpes",
  child:
    "{kids} danger, {kids} peligro, {kids} left|home|locked|stay|stays|staying|sleeping|house|are|is alone, {kids} alone !with, {kids} in house alone, leaves|left|leaving|leave|leaves {kids} alone|unattended|unsupervised, {kids} left unattended|unsupervised, {kids} left by|in|at themselves|herself|himself|car, left {kids} by themselves, left|leaves|leaving {kids} in car, " +
    "home|left alone !with|w {age}, {age} home|left alone, left home alone !with|w, {age} yr|yrs|yo|year|years|month|months|mo home|left alone, {age} yr|year|years|month|months old home|left alone, home alone all day|night|weekend, {parent} left {kids} alone, " +
    "{hits}|{hurts} {the} {kids} !feelings, {parent} {hits}|hurts|abuses {kids}, {parent} {hits}|hurts|abuses them, dad|daddy|father|stepdad|stepfather|mom|mother|stepmom|parents {hits}|hurts|abuses me|him, hurt|hit|shake|hurting|hitting|shaking|slap|beat|throw|spank my|the|this baby|kids|child|children|son|daughter|infant, going|gonna|want|afraid|scared|might|feel hurt|hit|shake|throw|slap {kids}, feel like|of hitting|shaking|hurting|throwing|killing|smothering, " +
    "{kill} {kids}, {kill} my|the|our {kids}, shake|shook him|her, shaken baby, {dont} feel safe {kids}, {dont} feel safe around|alone|with {kids}, {dont} trust myself {kids}, not safe {kids}, " +
    "{kin} {touches} me|us|her|him|them|{kids}, {touches} {the} {kids}, {touches} me|her|him|them down|there|private|inappropriately|wrong|sexually|privates, {kin} tries|tried|wants touch {us}|{kids}, {kin} makes me touch, molested, molesting, molests, sexually abused, sexual abuse, child|baby|kid abuse, abusing {kids}, {kids} being abused, incest, private parts, " +
    "{kids} bruises|bruised|bruise|marks|welts, bruises on|from {kids}|{parent}, black eye, {kids} {hits} by {parent}, {kids} scared|afraid|terrified {parent}|him, starving {kids}, {dont} feed {kids}, not feeding {kids}, doesnt feed, locked|locks|lock {kids} in|outside|out|up|closet|room|basement, locked in room|closet|basement|cage, " +
    "{pega}|toco|tocaron|abusa|abuso|manosea|manoseo|viola|violo|golpeo|lastima|lastimo|lastimar|maltrata|matar|ahogar|ahorcar {kids}, les|le {pega} {kids}, les pega !el|la, {kin} {toca} {kids}, {kin} me {toca}, me toca|toco|manosea|manoseo|viola|violo {kin}, me manosea|manoseo|manosean, toca|toco partes|intimas|privadas, partes privadas|intimas, ganas pegarle|pegarles|golpearlo|golpearla|sacudirlo|sacudirla|sacudir|matar|matarlo|aventarlo|ahogarlo|lastimarlo, sacudirlo, sacudirla, " +
    "abusaron {kids}, abuso sexual, abuso|abusan {kids}, tocaron {kids}, maltrato|abuso infantil, voy lastimar, hacerle dano {kids}|bebe, {kids} moretones|moreton|golpes|golpeado|golpeada|marcas, moretones, deja|dejan|dejo|dejaron|dejar {solo} {kids}, deja|dejan|dejo|dejaron|dejar {kids} {solo}, {kids} {solo} en|toda|todo|por|de, ninos solos, hijos solos, {kids} miedo de|a|al su|papa|padrastro|el, no les da de comer",
  overdose:
    "overdose, overdosed, overdosing, od'd, oding, {took} {much} {pills}, {took} {much} {much} {pills}, swallowed|swallow|ingested|ate|eaten|trago|comio {pills} !dinner, swallowed|drank|drinks|ate|ingested|eaten|swallow|trago|tomo|bebio {poison}, got into pills|meds|medicine|medication|bleach, tide pod, rat poison, poisoned, too much tylenol|medicine, " +
    "not|isnt|stopped|quit|barely|no|arent breathing, {cant} breathe, can not breathe, wont breathe, {dont} breathe, wont wake up !for|early|on|in, not|isnt waking up, {cant} wake him|her|up|baby, unconscious, unresponsive, passed out !food|flyers, turning|turned blue, lips blue, blue lips, {kids} choking, choking on !up, drowned, having seizure, " +
    "sobredosis, tomo muchas pastillas, se tomo pastillas, no respira|reacciona|despierta, no puede|esta respirar|respirando, dejo de respirar, se esta ahogando, {kids} ahogando, se ahoga, labios azules, morado no respira, inconsciente, envenenado, envenenada, intoxicado, intoxicada, se esta convulsionando",
};
