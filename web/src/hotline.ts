/** Whom to call. A test holds that these are the numbers of knowledge/safety.yml. */

export const PHONE = "1-888-373-7888";
export const SMS = "233733";
export const EMERGENCY = "911";

/** `tel:` address of a number of the United States. */
export const tel = (number: string): string =>
  number.length > 6 ? `tel:+${number.replace(/\D/g, "")}` : `tel:${number}`;

/** `sms:` address of a short number. */
export const sms = (number: string): string => `sms:${number}`;
