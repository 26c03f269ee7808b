/**
 * What the words of headings mean, in English, Danish, German, French, Spanish, Swedish, Dutch, Italian, Portuguese,
 * Norwegian, Polish, Finnish, Czech and Turkish (Japanese writes no words apart: its headings stand whole in `japanese`): folded as `foldWord` does, each once and in one of its endings, whichever languages share it. Where two columns of one
 * page name the same, the first word is the more telling: so some lists are ordered by that, the others by the alphabet.
 * Compounds (`Abschlussdatum`, `salgsfase`) are made of their parts and need no entry.
 */
export const concepts = {
  name:
    'name title topic subject navn titel emne bezeichnung betreff nom titre objet sujet libelle nombre ' +
    'titulo asunto namn amne rubrik naam onderwerp nome titolo oggetto assunto aihe nazwa nimi otsikko temat tittel tytul nazev jmeno adi isim baslik konu',
  /** Alone it is the deal's name, elsewhere it says nothing. */
  deal:
    'affaire affar aftale chance deal kans kansen mojlighet mojlighetens mulighed negociacao negocio oportunidad opp ' +
    'opportunita opportunite opportunities opportunity potential transaction trato trattativa avtale diili kaupan kauppa mahdollisuuden mahdollisuus mulighet szansa szansy transakcja transakcji prilezitost prilezitosti obchod obchodu firsat firsati',
  /** Says nothing at all. */
  sale: 'auftrag forsaljning sale sales salg salj vendas vendita vente verkauf verkoop vertrieb myynnin myynti sprzedaz sprzedazy',
  lead: 'lead prospect leada liidi liidin',
  number:
    'id no nr number numero nummer n° ref reference referencia referens referentie referenz riferimento numer referanse viite cislo numara',
  account:
    'account company organization organisation customer client third party konto firma virksomhed kunde ' +
    'unternehmen compte entreprise societe tiers cuenta empresa organizacion compania tercero foretag ' +
    'bedrijf klant organisatie relatie azienda organizzazione conta organizacao kund asiakas asiakkaan bedrift firmy klient kontrahent organisaatio organisaation organisasjon organizacja selskap tili tilin yrityksen yritys zakaznik spolecnost musteri sirket kurum',
  stage:
    'estagio etage etape fas fase phase stadie stadium stage steg stufe trin etap faza trinn vaihe vaiheen faze asama asamasi',
  status:
    'ergebnis esito estado etat outcome resultado resultat situacao situacion stato status statut ' +
    'tillstand tilstand toestand udfald uitkomst utfall stan tila stav durum durumu',
  amount:
    'amount value belob vaerdi betrag wert montant valeur importe monto valor belopp varde bedrag waarde ' +
    'ammontare quantia valore arvo belop kwota verdi wartosc hodnota castka tutar tutari deger degeri',
  revenue: 'ingreso intakt omsaetning omsattning omzet receita revenu revenue ricavi umsatz',
  currency: 'currency devise divisa moeda moneda munteenheid valuta wahrung waluta waluty valuutta mena',
  code: 'code codice codigo kod kode',
  mrr: 'mrr',
  arr: 'arr',
  monthly: 'monthly',
  annual: 'annual',
  recurring: 'recurring',
  contract: 'contract kontrakt',
  end: 'end ends udlob',
  close:
    'abschluss afsluit afsluiting afslutning avslut cerrar chiudi chiusura cierre close closes closing ' +
    'closure cloture encerramento fechamento fechar fecho fermer fermeture luk lukke lukning schliessen schluss ' +
    'sluiten sluiting slut stang stangning stopp avslutning lukking paatos paattymis sulkemis sulkeutumis slutt zamkniecia zamkniecie uzavreni kapanis kapanma',
  closed:
    'abgeschlossen afgesloten afsluttet avslutad cerrado chiusa closed cloturee encerrado fechado ferme ' +
    'fermee geschlossen gesloten lukket stangd avsluttet zamknieta zamknieto zamkniety',
  expected:
    'beraknat erwartetes esperada expected forvantat forventet geplantes planlagt planned prevista ' +
    'prevue target verwachte voraussichtliches odotettu attesa attendue oczekiwana planowana przewidywana przewidywane spodziewana ocekavane ocekavany predpokladane tahmini beklenen',
  estimated:
    'anslaet est estimada estimated estime estimee geschatte geschatztes stimato uppskattat arvioitu estimert szacowana szacunkowa',
  actual: 'actual effettiva faktisk faktiskt real reelle tatsachliches werkelijke',
  date: 'data date dato datum fecha termin time paiva paivamaara pvm tarih tarihi',
  since: 'siden since',
  owner:
    'owner assigned assignee salesperson responsible rep representative ejer ansvarlig saelger tildelt ' +
    'inhaber besitzer eigentumer zustandig verantwortlich zugewiesen verkaufer proprietaire responsable ' +
    'commercial commerciaux vendeur assigne attribue propietario asignado vendedor comercial agare ansvarig saljare ' +
    'tilldelad eigenaar verantwoordelijke toegewezen verkoper proprietario titolare responsabile ' +
    'assegnato venditore responsavel atribuido dono eier handlowiec myyja odpowiedzialna odpowiedzialny omistaja opiekun przypisano przypisany selger sprzedawca vastuuhenkilo vastuullinen vastuumyyja wlasciciel vlastnik obchodnik sorumlu sahibi temsilcisi',
  user: 'anvandare benutzer bruger gebruiker medarbejder medarbetare medewerker mitarbeiter user usuario utente utilisateur bruker kayttaja uzytkownik',
  person: 'person persona pessoa personne persoon henkilo osoba',
  sdr: 'bdr modebooker sdr',
  sourced:
    'aangebracht aangedragen apporte apportee bokad booket captado framtagen fundet procurata ' +
    'prospectado set skaffet sourced vermittelt',
  by: 'af av by door par por von przez',
  create:
    'aangemaakt aanmaak added creacion creado create created creation creazione cree criacao criado erstell ' +
    'erstellt erstellung gemaakt oprettelse oprettet skapad skapande skapat dodane dodania dodano luonti luotu opprettelse opprettet utworzenia cadastrad cadastro utworzone utworzono utworzony vytvoreno zalozeno vytvoreni olusturma olusturulma',
  creator: 'creator luoja',
  probability:
    'likelihood probabilidad probabilite probability sandsynlighed sannolikhet slagingskans trolighet ' +
    'waarschijnlijkheid wahrscheinlichkeit winkans prawdopodobienstwo wahrsch sannsynlighet todennakoisyys pravdepodobnost olasilik olasiligi',
  win: 'exito gewinn successo sucesso vinder vinst win vinner winning',
  forecast: 'forecast previsao prevision prognos prognose pronostico ennuste prognoza prognozy',
  category: 'categorie category kategori type kategoria luokka',
  current: 'aktuell attuale current huidige nuvaerende nuvarande',
  changed: 'aendret change changed entered',
  last: 'dernier derniere laatste last latest letzte senast senaste senest seneste sidste sista ultima ostatni ostatniej sist siste viimeinen viimeisin posledni son',
  activity:
    'actividad activite activiteit activity aktivitat aktivitet atividade attivita interaction aktiviteetti aktywnosc aktywnosci aktivita etkinlik',
  contact: 'contact contacted contato contatto kontakt kontaktad kontaktet yhteydenotto',
  next: 'nachster naeste nasta next prochaine prossimo proximo siguiente successivo suivante volgende kolejny nastepnego nastepny neste seuraava seuraavan dalsi sonraki',
  step: 'paso passo schritt skridt stap step askel krok kroku adim',
  action: 'acao accion actie action aktion atgard azione due handling toimenpide',
  first: 'first forste',
  touch: 'touch',
  meeting: 'meeting mode modet',
  held: 'afholdt aftalt held',
  reason: 'arsag arsak grund motif motivo orsak raison razao razon reason reden powod przyczyna syy duvod',
  lost: 'forlust loss lost perda perdida perdita perte tab tabs tabt verlies verlust havion menetyksen przegranej tap tapt utraty ztraty',
  source:
    'bron fonte fuente herkomst herkunft kalla kilde oprindelse origem origen origin provenienza quelle ' +
    'source ursprung lahde opprinnelse zrodlo zdroj kaynak',
  channel: 'canal channel kanaal kanal kanava',
  pipeline: 'pipeline',
  product: 'prodotti prodotto product produit produkt produto tuote',
  region: 'omrade region territory alue',
  team: 'hold team tiimi zespol',
  authority: 'authority beslutningskompetence beslutningstager',
  need: 'behov need',
  urgency: 'hastegrad tidsplan timeline urgency',
  money: 'budget money okonomi',
  /** Part of no rule: a state is an address as well as a status. */
  other: 'state states',
} as const satisfies Readonly<Record<string, string>>;

/** What one word of a heading means. */
export type Concept = keyof typeof concepts;
