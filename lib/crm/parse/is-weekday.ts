const weekdays =
  /^(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?|(?:man|tirs?|tis|ons|tors?|fre|lor|son)(?:dag)?|(?:mo|di|mi|do|fr|sa|so)|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|lun|mar|mer|mier?|jeu|jue|ven|vie|sam|dim|dom|sab|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:lun|mart|juev|viern)es|miercoles|sabado|domingo|(?:ma|di|wo|do|vr|za|zo)|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:maanan|tiis|tors|perjan|lauan|sunnun)tai|keskiviikko|ma|ti|ke|to|pe|la|su|pon(?:iedzialek)?|wt(?:orek)?|sr(?:oda)?|czw(?:artek)?|pt|piatek|sob(?:ota)?|n(?:ie)?dz|niedziela|gio|(?:lune|marte|mercole|giove|vener)di|sabato|domenica|seg|ter|qua|qui|sex|(?:segunda|terca|quarta|quinta|sexta)|feira)$/;

/** Whether a folded word without dots is a day of the week in one of the languages of `monthOf`. */
export function isWeekday(word: string): boolean {
  return weekdays.test(word);
}
