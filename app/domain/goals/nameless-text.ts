const mail = /\S@\S+\.\S/;
/** Seven digits and more, however they are set apart; years and dates have other signs or fewer. */
const phone = /(?:\+?\d[ ().-]{0,2}){7,}/;
const isoDate = /\b\d{4}-\d{2}-\d{2}\b/g;
const few =
  /(?<![\d.,:/-])(?:[1-9]|10|one|two|three|four|five|six|seven|eight|nine|ten|un|una|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\s+(?:\p{L}+\s+)?(?:famil(?:y|ies|ias?)|child(?:ren)?|kids?|bab(?:y|ies)|parents?|mothers?|fathers?|caregivers?|youths?|niñ[oa]s?|bebés?|padres?|madres?|jóvenes|joven|cuidador(?:es)?)(?!\p{L})/iu;

/** Whether a text about the work holds no way to reach anybody: no e-mail address and no phone number. */
export const namelessText = (text: string): boolean =>
  !mail.test(text) && !phone.test(text.replace(isoDate, ""));

/** Whether a text that others read tells no count of 1 to 10 of families, children or parents. */
export const noSmallCount = (text: string): boolean => !few.test(text);
