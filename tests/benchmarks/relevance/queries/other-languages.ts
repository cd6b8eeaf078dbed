import { judged } from "./judged";

/** Asked in another language than the record may be written in. */
export const otherLanguages = judged(`
  éolienne = catch-the-wind 3
  pont = bridges-that-hold 3, bruecken-aus-papier 3, arches-without-glue 1
  Brücke = bruecken-aus-papier 3, bridges-that-hold 3
  prothèse de main = a-hand-that-grips 3
  ស្ពាន = bridges-that-hold 3, bruecken-aus-papier 3
  Bruecken aus Papier = bruecken-aus-papier 3
  récupérer l'eau de pluie = filtrer-l-eau-de-pluie 3
  Solarkocher = sun-ovens 3
  Erdbeben = towers-that-sway 3
  pile au citron = batteries-from-the-kitchen 3
  glissement de terrain = hold-the-hillside 3
  tri des déchets = sort-the-rubbish 3
  silla de cartón = a-chair-of-cardboard 3
  agua de lluvia = filtrer-l-eau-de-pluie 3
  semáforo = lights-at-the-crossing 3
  Fallschirm = soft-landings 3
  ផ្កាយរណប = talk-to-a-satellite 3
  ロボット = build-a-robot-ja-jp 3
  einen Roboter bauen = einen-roboter-bauen 3
  bougies d'anniversaire binaires = des-bougies-binaires-ou-des-bougies-normales-sur-votre 3
  Schmetterling = entstehung-eines-schmetterlings 3
  où est mon chapeau = ou-est-mon-chapeau 3
  collares con nombres binarios = collares-de-nombre-binarios 3
  uzay istasyonu = uzay-istasyonu-nerede 3
  construire un robot = construire-un-robot 3
  robot bouwen = bouw-een-robot 3
`);
