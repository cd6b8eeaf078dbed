import { type Problem, problem } from "~/platform/http/problem";

/** An error of the API as its answer; only what asked wrongly may be kept by caches. */
export function problemResponse(status: Problem["status"], detail: string): Response {
  const keeping = status === 400 ? "public, max-age=30" : "no-store";
  return Response.json(problem(status, detail), {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": keeping },
  });
}
