import type { Personal } from "~/platform/personal/personal";

/** Schools and places are of registers: nothing in them is about a person. */
export const schoolsPersonal: Personal = {
  holds: {
    schools: "no words",
    places: "no words",
    school_squares: "no words",
    school_words: "no words",
  },
};
