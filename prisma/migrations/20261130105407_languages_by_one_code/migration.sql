-- One code for a language, whatever a source writes: as reading/language-code.ts says.
create function plain_language(word text) returns text language sql immutable parallel safe strict as $$
  select coalesce(m.map ->> btrim(lower(regexp_replace(word, '\s*[(\[].*$', ''))), m.map ->> c.code, c.code)
  from (select '
{"aam":"aas","aar":"aa","abk":"ab","adp":"dz","afr":"af","agp":"apf","ais":"ami","ajp":"apc","ajt":"aeb","aju":"jrb","aka":"ak","alb":"sq",
"als":"sq","amh":"am","ara":"ar","arb":"ar","arg":"an","arm":"hy","asd":"snz","asl":"ase","asm":"as","aue":"ktz","ava":"av","ave":"ae",
"aym":"ay","ayr":"ay","ayx":"nun","aze":"az","azj":"az","bak":"ba","bam":"bm","baq":"eu","baz":"nvo","bcc":"bal","bcl":"bik","bel":"be",
"ben":"bn","bgm":"bcg","bhk":"fbl","bic":"bir","bih":"bho","bis":"bi","bjd":"drl","bjq":"bzc","bkb":"ebk","blg":"iba","bod":"bo","bos":"bs",
"bre":"br","btb":"beb","bul":"bg","bur":"my","bxk":"luy","bxr":"bua","cat":"ca","ccq":"rki","ces":"cs","cha":"ch","che":"ce","chi":"zh",
"chu":"cu","chv":"cv","cjr":"mom","cka":"cmr","cld":"syr","cls":"sa","cmk":"xch","cmn":"zh","cnr":"sr","cor":"kw","cos":"co","coy":"pij",
"cqu":"quh","cre":"cr","cwd":"cr","cym":"cy","cze":"cs","daf":"dnj","dan":"da","dap":"njz","dek":"sqm","deu":"de","dgo":"doi","dhd":"mwr",
"dik":"din","diq":"zza","dit":"dif","div":"dv","djl":"dze","dkl":"aqd","drh":"mn","drr":"kzk","drw":"fa","dud":"uth","duj":"dwu","dut":"nl",
"dwl":"dbt","dzo":"dz","ekk":"et","ell":"el","elp":"amq","emk":"man","eng":"en","epo":"eo","esk":"ik","est":"et","eus":"eu","ewe":"ee",
"fao":"fo","fas":"fa","fat":"ak","fij":"fj","fil":"tl","fin":"fi","fra":"fr","fre":"fr","fry":"fy","fuc":"ff","ful":"ff","gav":"dev",
"gaz":"om","gbc":"wny","gbo":"grb","geo":"ka","ger":"de","gfx":"vaj","ggn":"gvr","ggo":"esg","ggr":"gtu","gio":"aou","gla":"gd","gle":"ga",
"glg":"gl","gli":"kzk","glv":"gv","gno":"gon","gom":"kok","gre":"el","grn":"gn","gti":"nyc","gug":"gn","guj":"gu","guv":"duz","gya":"gba",
"hat":"ht","hau":"ha","hbs":"sr","hdn":"hai","hea":"hmn","heb":"he","her":"hz","him":"srx","hin":"hi","hmo":"ho","hrr":"jal","hrv":"hr",
"hun":"hu","hye":"hy","ibi":"opa","ibo":"ig","ice":"is","ido":"io","iii":"ii","ike":"iu","iku":"iu","ile":"ie","ill":"ilm","ilw":"gal",
"in":"id","ina":"ia","ind":"id","ipk":"ik","isl":"is","ita":"it","iw":"he","izi":"eza","jar":"jgk","jav":"jv","jaw":"jv","jeg":"oyb",
"ji":"yi","jpn":"ja","jw":"jv","kal":"kl","kan":"kn","kas":"ks","kat":"ka","kau":"kr","kaz":"kk","kdv":"zkd","kgc":"tdf","kgd":"ncq",
"kgh":"kml","kgm":"plu","khk":"mn","khm":"km","kik":"ki","kin":"rw","kir":"ky","kmr":"ku","knc":"kr","kng":"kg","koj":"kwv","kom":"kv",
"kon":"kg","kor":"ko","kpp":"jkm","kpv":"kv","krm":"bmf","ktr":"dtp","kua":"kj","kur":"ku","kvs":"gdj","kwq":"yam","kxe":"tvd","kxl":"kru",
"kzh":"dgl","kzj":"dtp","kzt":"dtp","lak":"ksp","lao":"lo","lat":"la","lav":"lv","lbk":"bnc","leg":"enl","lii":"raq","lim":"li","lin":"ln",
"lit":"lt","llo":"ngt","lmm":"rmx","ltz":"lb","lub":"lu","lug":"lg","lvs":"lv","mac":"mk","mah":"mh","mal":"ml","mao":"mi","mar":"mr",
"may":"ms","meg":"cir","mgx":"jbk","mhr":"chm","mkd":"mk","mlg":"mg","mlt":"mt","mnt":"wnn","mo":"ro","mof":"xnt","mol":"ro","mon":"mn",
"mri":"mi","msa":"ms","mst":"mry","mup":"raj","mwd":"dmw","mwj":"vaj","mya":"my","myd":"aog","myt":"mry","nad":"xny","nau":"na","nav":"nv",
"nbf":"nru","nbl":"nr","nbx":"gll","ncp":"kdz","nde":"nd","ndo":"ng","nep":"ne","nld":"nl","nln":"azd","nlr":"nrk","nno":"nn","nns":"nbr",
"nnx":"ngv","nob":"nb","nom":"cbr","noo":"dtd","nor":"no","npi":"ne","nte":"eko","nts":"pij","nxu":"bpp","nya":"ny","oci":"oc","ojg":"oj",
"oji":"oj","ori":"or","orm":"om","ory":"or","oss":"os","oun":"vaj","pan":"pa","pat":"kxr","pbu":"ps","pcr":"adx","per":"fa","pes":"fa",
"pli":"pi","plt":"mg","pmc":"huw","pmk":"crr","pmu":"phr","pnb":"lah","pol":"pl","por":"pt","ppa":"bfy","ppr":"lcq","prp":"gu","prs":"fa",
"pry":"prt","pus":"ps","puz":"pub","que":"qu","quz":"qu","rmr":"emx","rmy":"rom","roh":"rm","ron":"ro","rum":"ro","run":"rn","rus":"ru",
"sag":"sg","san":"sa","sap":"aqt","sca":"hle","scc":"sr","scr":"hr","sgl":"isk","sh":"sr","sin":"si","skk":"oyb","slk":"sk","slo":"sk",
"slv":"sl","smd":"kmb","sme":"se","smo":"sm","sna":"sn","snb":"iba","snd":"sd","som":"so","sot":"st","spa":"es","spy":"kln","sqi":"sq",
"src":"sc","srd":"sc","srp":"sr","ssw":"ss","sul":"sgd","sum":"ulw","sun":"su","swa":"sw","swc":"sw","swe":"sv","swh":"sw","szd":"umi",
"tah":"ty","tam":"ta","tat":"tt","tdu":"dtp","tel":"te","tgg":"bjp","tgk":"tg","tgl":"tl","tha":"th","thc":"tpo","thw":"ola","thx":"oyb",
"tib":"bo","tid":"itd","tie":"ras","tir":"ti","tkk":"twm","tlw":"weo","tmk":"tdg","tmp":"tyj","tne":"kak","tnf":"fa","ton":"to","tpw":"tpn",
"tsf":"taj","tsn":"tn","tso":"ts","ttq":"tmh","tuk":"tk","tur":"tr","twi":"ak","uig":"ug","ukr":"uk","umu":"del","unp":"wro","uok":"ema",
"urd":"ur","uzb":"uz","uzn":"uz","ven":"ve","vie":"vi","vol":"vo","wel":"cy","wgw":"wgb","wit":"nol","wiw":"nwo","wln":"wa","wol":"wo",
"xba":"cax","xho":"xh","xia":"acn","xkh":"waw","xpe":"kpe","xrq":"dmw","xsj":"suj","xsl":"den","xss":"zko","ybd":"rki","ydd":"yi","yen":"ynq",
"yid":"yi","yiy":"yrm","yma":"lrr","ymt":"mtm","yor":"yo","yos":"zom","yuu":"yug","zai":"zap","zha":"za","zho":"zh","zir":"scv","zkb":"kjh",
"zsm":"ms","zul":"zu","zyb":"za","afar":"aa","abkhazian":"ab","abjasio":"ab","avestan":"ae","avéstico":"ae","afrikaans":"af","afrikáans":"af",
"akan":"ak","amharic":"am","amárico":"am","aragonese":"an","aragonés":"an","arabic":"ar","árabe":"ar","assamese":"as","asamés":"as",
"avaric":"av","avar":"av","aymara":"ay","aimara":"ay","azerbaijani":"az","azerbaiyano":"az","bashkir":"ba","baskir":"ba","belarusian":"be",
"bielorruso":"be","bulgarian":"bg","búlgaro":"bg","bhojpuri":"bh","bhoyapurí":"bh","bislama":"bi","bambara":"bm","bangla":"bn","bengalí":"bn",
"tibetan":"bo","tibetano":"bo","breton":"br","bretón":"br","bosnian":"bs","bosnio":"bs","catalan":"ca","catalán":"ca","chechen":"ce",
"checheno":"ce","chamorro":"ch","corsican":"co","corso":"co","cree":"cr","czech":"cs","checo":"cs","church slavic":"cu","eslavo eclesiástico":"cu",
"chuvash":"cv","chuvasio":"cv","welsh":"cy","galés":"cy","danish":"da","danés":"da","german":"de","alemán":"de","divehi":"dv","dzongkha":"dz",
"ewé":"ee","greek":"el","griego":"el","english":"en","inglés":"en","esperanto":"eo","spanish":"es","español":"es","estonian":"et","estonio":"et",
"basque":"eu","euskera":"eu","persian":"fa","persa":"fa","fula":"ff","finnish":"fi","finés":"fi","fijian":"fj","fiyiano":"fj","faroese":"fo",
"feroés":"fo","french":"fr","francés":"fr","western frisian":"fy","frisón occidental":"fy","irish":"ga","irlandés":"ga","scottish gaelic":"gd",
"gaélico escocés":"gd","galician":"gl","gallego":"gl","guarani":"gn","guaraní":"gn","gujarati":"gu","guyaratí":"gu","manx":"gv","manés":"gv",
"hausa":"ha","hebrew":"he","hebreo":"he","hindi":"hi","hiri motu":"ho","croatian":"hr","croata":"hr","haitian creole":"ht","criollo haitiano":"ht",
"hungarian":"hu","húngaro":"hu","armenian":"hy","armenio":"hy","herero":"hz","interlingua":"ia","indonesian":"id","indonesio":"id",
"interlingue":"ie","igbo":"ig","sichuan yi":"ii","yi de sichuán":"ii","inupiaq":"ik","icelandic":"is","islandés":"is","italian":"it",
"italiano":"it","inuktitut":"iu","japanese":"ja","japonés":"ja","yiddish":"yi","yidis":"yi","javanese":"jv","javanés":"jv","georgian":"ka",
"georgiano":"ka","kongo":"kg","kikuyu":"ki","kuanyama":"kj","kazakh":"kk","kazajo":"kk","kalaallisut":"kl","groenlandés":"kl","khmer":"km",
"jemer":"km","kannada":"kn","canarés":"kn","korean":"ko","coreano":"ko","kanuri":"kr","kashmiri":"ks","cachemir":"ks","kurdish":"ku",
"kurdo":"ku","komi":"kv","cornish":"kw","córnico":"kw","kyrgyz":"ky","kirguís":"ky","latin":"la","latín":"la","luxembourgish":"lb",
"luxemburgués":"lb","ganda":"lg","limburgish":"li","limburgués":"li","lingala":"ln","lithuanian":"lt","lituano":"lt","luba-katanga":"lu",
"latvian":"lv","letón":"lv","malagasy":"mg","malgache":"mg","marshallese":"mh","marshalés":"mh","māori":"mi","maorí":"mi","macedonian":"mk",
"macedonio":"mk","malayalam":"ml","malayálam":"ml","mongolian":"mn","mongol":"mn","romanian":"ro","rumano":"ro","marathi":"mr","maratí":"mr",
"malay":"ms","malayo":"ms","maltese":"mt","maltés":"mt","burmese":"my","birmano":"my","nauru":"na","nauruano":"na","norwegian bokmål":"nb",
"noruego bokmal":"nb","north ndebele":"nd","ndebele septentrional":"nd","nepali":"ne","nepalí":"ne","ndonga":"ng","dutch":"nl","neerlandés":"nl",
"norwegian nynorsk":"nn","noruego nynorsk":"nn","norwegian":"no","noruego":"no","south ndebele":"nr","ndebele meridional":"nr","navajo":"nv",
"nyanja":"ny","occitan":"oc","occitano":"oc","ojibwa":"oj","oromo":"om","odia":"or","oriya":"or","ossetic":"os","osético":"os","punjabi":"pa",
"punyabí":"pa","pali":"pi","polish":"pl","polaco":"pl","pashto":"ps","pastún":"ps","portuguese":"pt","portugués":"pt","quechua":"qu",
"romansh":"rm","romanche":"rm","rundi":"rn","kirundi":"rn","russian":"ru","ruso":"ru","kinyarwanda":"rw","sanskrit":"sa","sánscrito":"sa",
"sardinian":"sc","sardo":"sc","sindhi":"sd","sindi":"sd","northern sami":"se","sami septentrional":"se","sango":"sg","serbian (latin)":"sr",
"serbio (latino)":"sr","sinhala":"si","cingalés":"si","slovak":"sk","eslovaco":"sk","slovenian":"sl","esloveno":"sl","samoan":"sm",
"samoano":"sm","shona":"sn","somali":"so","somalí":"so","albanian":"sq","albanés":"sq","serbian":"sr","serbio":"sr","swati":"ss","suazi":"ss",
"southern sotho":"st","sotho meridional":"st","sundanese":"su","sundanés":"su","swedish":"sv","sueco":"sv","swahili":"sw","suajili":"sw",
"tamil":"ta","telugu":"te","tajik":"tg","tayiko":"tg","thai":"th","tailandés":"th","tigrinya":"ti","tigriña":"ti","turkmen":"tk","turcomano":"tk",
"filipino":"tl","tswana":"tn","setsuana":"tn","tongan":"to","tongano":"to","turkish":"tr","turco":"tr","tsonga":"ts","tatar":"tt","tártaro":"tt",
"tahitian":"ty","tahitiano":"ty","uyghur":"ug","uigur":"ug","ukrainian":"uk","ucraniano":"uk","urdu":"ur","uzbek":"uz","uzbeko":"uz",
"venda":"ve","vietnamese":"vi","vietnamita":"vi","volapük":"vo","walloon":"wa","valón":"wa","wolof":"wo","wólof":"wo","xhosa":"xh",
"yoruba":"yo","zhuang":"za","chinese":"zh","chino":"zh","zulu":"zu","zulú":"zu","american sign language":"ase","sign language":"ase",
"mandarin":"zh","mandarin chinese":"zh","farsi":"fa","dari":"fa","tagalog":"tl","creole":"ht","cambodian":"km","castellano":"es"}
'::jsonb as map) m, (select split_part(translate(lower(btrim(word)), '_', '-'), '-', 1) as code) c
$$;

-- What came before is told by one code as well; the rows of HSDS (language) stay as their source wrote them.
update service s set
  staff_languages = array(select distinct plain_language(code) from unnest(s.staff_languages) code order by 1),
  interpreter_languages = array(select distinct plain_language(code) from unnest(s.interpreter_languages) code order by 1)
where exists (select from unnest(s.staff_languages || s.interpreter_languages) code where plain_language(code) is distinct from code);

-- Cards say more of hours than they did: all are written anew when the portal starts.
delete from listing_reach;
delete from listing_words;
delete from listing_card;
delete from listing_search;
