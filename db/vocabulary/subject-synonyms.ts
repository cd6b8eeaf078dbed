/**
 * What school subjects are called, in English, French and German: every group names one thing. Short names come from
 * timetables. A name that mostly means something else is left out, as "RE" is, a prefix in three languages.
 */
export const subjectSynonyms: readonly string[][] = [
  ["mathematics", "maths", "math", "mathématiques", "Mathematik", "Mathe"],
  ["physics", "physique", "Physik"],
  ["chemistry", "chimie", "Chemie"],
  ["biology", "biologie", "SVT", "sciences de la vie et de la terre"],
  ["science", "sciences", "Naturwissenschaften", "NaWi"],
  ["computing", "computer science", "ICT", "informatique", "Informatik"],
  ["programming", "coding", "programmation", "Programmieren"],
  ["design and technology", "DT", "D&T", "technologie", "Technik und Design", "Werken"],
  ["engineering", "ingénierie", "Ingenieurwesen"],
  ["geography", "géographie", "Geographie", "Geografie", "Erdkunde"],
  ["history", "histoire", "Geschichte"],
  ["physical education", "PE", "EPS", "éducation physique", "Sportunterricht"],
  ["religious education", "Religionsunterricht"],
  ["personal social health and economic education", "PSHE"],
  ["art and design", "arts plastiques", "Kunstunterricht", "Bildende Kunst"],
  ["food technology", "home economics", "Hauswirtschaft"],
  ["primary science", "Sachunterricht", "Sachkunde", "questionner le monde"],
  ["special educational needs", "SEN", "SEND", "besoins éducatifs particuliers", "Förderunterricht"],
  ["English as an additional language", "EAL", "ESL"],
  ["science technology engineering and mathematics", "STEM", "MINT"],
  ["kindergarten", "early years", "EYFS", "maternelle", "Vorschule"],
];
