const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a part of an address can be an id at all: the database would refuse anything else. */
export const isId = (text: string) => uuid.test(text);
