import { problemResponse } from "./problem.server";

export const loader = () =>
  problemResponse(404, "Nothing is at this address. /api/v1/openapi.json tells what is there.");
