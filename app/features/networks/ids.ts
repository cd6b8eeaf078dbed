const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text from an address can be the id of a record; the database would refuse any other. */
export const isId = (text: string | null | undefined): text is string =>
  typeof text === "string" && uuid.test(text);
