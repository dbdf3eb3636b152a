-- Where who is held is named, a number with a word in small letters may be a house: it goes with its sentence, unless the word is what is counted.
create or replace function looks_placed(said text, near boolean) returns boolean language sql immutable parallel safe as $$
  select said ~ '\m\d{2,6}[A-Za-z]?[ ,_-]{1,2}(?:[NSEW]\M[ .]*|(?:North|South|East|West)\M *)?[[:upper:]][[:alpha:]''’]{2,}'
    or said ~ '\m[[:upper:]][[:alpha:]''’]{2,},?\s+#?\d{2,6}\M(?![-:./])'
    or said ~* '\m\d{1,6}[a-z]?[^[:alnum:])]+(?:[[:alnum:]''’.]+[^[:alnum:]]+){1,3}(?:st|dr|drive|ct|court|way|pl|place|ter|terrace|cir|circle|sq|square|pike|row|alley)\M'
    or said ~* '\m[[:alnum:]''’]+\s+(?:street|avenue|ave|road|rd|boulevard|blvd|lane|ln|parkway|pkwy|highway|hwy)\M'
    or said ~ '\m[[:upper:]][[:alnum:]''’]+\s+(?:St|Way|Place|Pl|Court|Ct|Drive|Dr|Row|Square|Sq|Circle|Cir|Terrace|Ter|Pike|Alley)\M'
    or said ~* '\m(?:calle|avenida|avda?)\M[.]?\s+\w'
    or said ~ '\m(?:[Oo]n|[Oo]ff|[Aa]long|[Cc]orner of|[Ee]squina (?:de|con))\s+(?:(?:the|The|la|el|La|El)\s+)?[[:upper:]][[:alnum:]''’-]{2,}'
    or said ~ '\d{1,3}[.]\d{2,}\D{1,20}\d{1,3}[.]\d{2,}'
    or near and (said ~ '\m(?:[Aa]t|[Nn]ear|[Ee]n|[Oo]n)\s+\d{1,6}[A-Za-z]?\s+[[:upper:]][[:alpha:]]{2,}'
      or said ~ '\m(?:[Aa]t|[Ii]n|[Nn]ear|[Bb]ehind|[Ii]nside|[Bb]eside|[Oo]pposite|[Ff]rom|[Tt]o|[Nn]ext to|[Ee]n|[Jj]unto a|[Cc]erca de|[Ff]rente a|[Dd]etrás de)\s+(?:(?:the|The|la|el|La|El)\s+)?[[:upper:]][[:alnum:]''’-]{2,}'
      or said ~* '\m\d{2,6}[a-z]?\s+(?:[nsew]\M[ .]*)?(?!famil|people|persons?|women|men|mothers|children|child|kids|babies|youth|teens?|adults?|seniors|students?|parents?|survivors?|clients?|guests?|residents?|veterans?|years?|hours?|hrs|days?|nights?|weeks?|months?|minutes?|mins?|miles?|beds?|rooms?|units?|apartments?|percent|dollars?|times?|programs?|sessions?|classes|groups?|meals|staff|volunteers|counties|county|locations|sites|bags|pounds|lbs|items|a\M|am\M|p\M|pm\M|to\M|and\M|or\M|of\M|the\M|per\M|through\M|from\M|in\M|at\M|for\M|is\M|with\M|personas|mujeres|hombres|madres|padres|niñ|jóvenes|años|horas|días|noches|semanas|meses|minutos|millas|camas|cuartos|veces|programas|clases|comidas|y\M|o\M|de\M|la\M|el\M|en\M|por\M|para\M|con\M|al\M|del\M)[[:alpha:]]{3,}'
      or said ~* '\m(?:annex|anexo|lodge|building|edificio|tower|plaza|mill|wing)\M'
      or said ~ '\m[[:upper:]][[:alnum:]''’]+\s+(?:House|HOUSE|Home|Hall|HALL|Church|CHURCH|School|SCHOOL|Center|CENTER|Centre|Library)\M'
      or said ~ '\m(?:Ms|Mr|Mrs|Dr|Sra?|Doña|Don)\M[.]?\s+[[:upper:]]')
$$;
