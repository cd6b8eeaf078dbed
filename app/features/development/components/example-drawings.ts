/** Covers to try the drawing with: title, subject and lines on a 12 by 12 grid. */
export const covers = [
  {
    title: "Bridges that hold",
    subject: "mathematics",
    drawing: [
      "M0.5 7L2.2 3.4H9.8L11.5 7ZL2.2 3.4V7L4.1 3.4V7L6 3.4V7L7.9 3.4V7L9.8 3.4V7M1.2 7V10.6M10.8 7V10.6",
    ],
  },
  {
    title: "Catch the wind",
    subject: "physics",
    drawing: [
      "M6 4.9L6 0.2C7 1.7 7 3.3 6 4.9L10.07 7.25C8.27 7.37 6.89 6.57 6 4.9L1.93 7.25C2.73 5.63 4.11 4.83 6 4.9",
      "M6 4.9L5.35 11.7M6 4.9L6.65 11.7M3.4 11.7H8.6",
    ],
  },
  {
    title: "Clean water from mud",
    subject: "chemistry",
    drawing: ["M2.5 1H9.5V7L7 9.3H5L2.5 7ZM2.5 3H9.5M2.5 5H9.5M6 9.6V10.4M6 11.1V11.7"],
  },
  {
    title: "A hand that grips",
    subject: "biology",
    drawing: [
      "M3.2 11.6V8.4L1 6.2L2 5.2L4 6.8V2.4M4 2.4H5.2V6M5.2 1.2H6.4V6M6.4 1.8H7.6V6M7.6 2.8H8.8V8.4L7.8 11.6",
    ],
  },
  {
    title: "Towers that sway",
    subject: "geography",
    drawing: [
      "M3.4 11.6L5 1H7L8.6 11.6M0.6 11.6H11.4M4.6 3.6H7.4L4.2 6.2H7.8L3.8 8.9H8.2M7.4 3.6L4.6 3.6M7.8 6.2L3.8 8.9M8.2 8.9L3.4 11.6M3.8 8.9L8.6 11.6",
    ],
  },
  {
    title: "Talk to a satellite",
    subject: "computing",
    drawing: [
      "M0.5 9L2.4 10.9L10.9 2.4L9 0.5ZM3 6.5L4.9 8.4M6.5 3L8.4 4.9M8.6 9.2Q9.6 8.6 9.2 7.6M9.8 11.4Q12 10 11 7",
    ],
  },
  {
    title: "Hochwasserrückhaltebecken und Entwässerungsgräben am Dorfrand bauen",
    subject: "design-and-technology",
    drawing: ["M0.5 4Q2 3 3.5 4T6.5 4T9.5 4T11.5 4M0.5 7Q2 6 3.5 7T6.5 7T9.5 7T11.5 7M0.5 10H11.5"],
  },
  {
    title: "ទឹកស្អាតសម្រាប់សាលារៀនរបស់យើង",
    subject: "chemistry",
    drawing: ["M6 1C8 4 9 6 9 8A3 3 0 0 1 3 8C3 6 4 4 6 1Z"],
  },
  {
    title: "جسور من الورق",
    subject: "mathematics",
    drawing: ["M0.5 9Q6 0 11.5 9M0.5 9H11.5M3 9V6M6 9V4.5M9 9V6"],
  },
];
