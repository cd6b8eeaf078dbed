/** England in squares of about 17 km: digits are weights of squares with schools, dots are empty. */
const drawn = [
  "..............2",
  "..............00",
  "..............01",
  ".............0001",
  "...........0.0013",
  ".........001001341",
  ".........122.00242",
  "........21021003230",
  "........2010100134310",
  "........00120.1121010",
  ".........1220.00211120",
  ".........2031111322111",
  "..........321333323121",
  "..........3444244332331",
  "..........3444444333222",
  "..........44444044221120",
  "..........34333244313111",
  "..........03332234223111",
  "..........0113324442212.0001",
  "..........1222324322122121121",
  "..........02324334422222112422",
  "..........11134433231311112222",
  "..........01134443232222122210",
  "..........1203222233323312221",
  "..........1312221223332222330",
  "..........012231222243223332",
  "............2321232334423220",
  "............32232324444443",
  "..........0343212344444432121",
  "......000.2233222224343333230",
  "......2111222113122323231222",
  "....01111232221233212222210",
  "....111112221133233233232",
  "...01210321021221200",
  "..0212213",
  "..2221322",
  "1220...0",
  "111",
];

type Weight = 0 | 1 | 2 | 3 | 4;

export const mapSize = { columns: 30, rows: drawn.length };

export const squares = drawn.flatMap((line, row) =>
  [...line].flatMap((digit, column) =>
    digit === "." ? [] : [{ column, row, weight: Number(digit) as Weight }],
  ),
);

/** Where no register was imported: land alone, and a few squares of members' schools. */
export const land = squares.map(({ column, row }) => ({ column, row }));
export const fewSquares = squares.filter(
  ({ column, row, weight }) => weight === 4 && (column * 7 + row * 3) % 4 === 0,
);

export const circles = [
  { name: "Newcastle", column: 16.2, row: 5.7, to: "/networks/newcastle" },
  { name: "Cumbria", column: 11.1, row: 8.1, to: "/networks/cumbria" },
  { name: "Leeds", column: 16.4, row: 13.2, to: "/networks/leeds" },
  { name: "Manchester", column: 13.7, row: 15.3, to: "/networks/manchester" },
  { name: "Nottingham", column: 17.9, row: 18.7, to: "/networks/nottingham", own: true },
  { name: "Norwich", column: 27.5, row: 20.8, to: "/networks/norwich" },
  { name: "London", column: 22, row: 28.1, to: "/networks/london" },
  { name: "Kent Coast", column: 27.8, row: 28.8, to: "/networks/kent-coast" },
  { name: "Bristol", column: 12.3, row: 28.4, to: "/networks/bristol" },
  { name: "Plymouth", column: 6.4, row: 35.2, to: "/networks/plymouth" },
];
