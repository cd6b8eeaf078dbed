/** Lines on a 12 by 12 grid in the colour of the text; decoration beside words. */
export function LineDrawing({ drawing }: { drawing: string[] }) {
  return (
    <svg className="line-drawing" viewBox="-0.5 -0.5 13 13" aria-hidden="true" focusable="false">
      <path d={drawing.join("")} />
    </svg>
  );
}
