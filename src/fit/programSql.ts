import { quoted } from "./database.js";
import { NOTHING } from "./dialect.js";

/** Positions of the columns that tell of a program; null where none is named. */
export interface ProgramReading {
  readonly member: number | null;
  readonly pointsEarned: number | null;
  readonly pointsRedeemed: number | null;
  readonly reward: number | null;
  readonly tier: number | null;
  readonly promoted: number | null;
  readonly survey: number | null;
}

/** Words that say no; anything else in a column of members or promotions says yes. */
export const NO_WORDS = [...NOTHING, "0", "no", "n", "false", "f", "-"] as const;

const NO_LIST = NO_WORDS.map(quoted).join(", ");
const NOTHING_LIST = NOTHING.map(quoted).join(", ");

/**
 * The texts of the columns that tell of a program, as the inner select of `rows` names them.
 *
 * @param reading positions of columns
 * @returns SQL, each entry beginning with a comma
 */
export function programTexts(reading: ProgramReading): string {
  const text = (at: number | null): string => (at === null ? "NULL::VARCHAR" : `trim(coalesce(c${at}, ''))`);
  return `, ${text(reading.member)} AS memberText, ${text(reading.pointsEarned)} AS earnedText,
    ${text(reading.pointsRedeemed)} AS redeemedText, ${text(reading.reward)} AS rewardText, ${text(reading.tier)} AS tierText,
    ${text(reading.promoted)} AS promotedText, ${text(reading.survey)} AS surveyText`;
}

/**
 * What those texts say: whether a member bought, points, reward, tier, promoted share, score; and texts that say nothing that can be
 * read.
 *
 * @param number makes of a SQL text a SQL number, null where it is none
 * @param second of the day, as SQL
 * @returns SQL, each entry beginning with a comma
 */
export function programValues(number: (text: string) => string, second: string): string {
  const said = (text: string): string => `(${text} IS NOT NULL AND lower(${text}) NOT IN (${NOTHING_LIST}))`;
  const points = (text: string): string => `CASE WHEN ${said(text)} THEN (${number(text)})::DOUBLE ELSE 0 END`;
  const unread = (text: string): string => `(${said(text)} AND (${number(text)}) IS NULL)`;
  const promoted = `(${number("promotedText")})::DOUBLE`;
  return `, ${second} AS second, (memberText IS NOT NULL AND lower(memberText) NOT IN (${NO_LIST})) AS isMarked,
    ${points("earnedText")} AS earned, ${points("redeemedText")} AS redeemed,
    CASE WHEN lower(rewardText) NOT IN (${NO_LIST}) THEN rewardText END AS reward,
    CASE WHEN lower(tierText) NOT IN (${NOTHING_LIST}) THEN tierText END AS tier,
    CASE WHEN promotedText IS NULL THEN NULL WHEN lower(promotedText) IN (${NO_LIST}) THEN 0
      WHEN (${number("promotedText")}) IS NULL THEN 1 WHEN ${promoted} BETWEEN 0 AND 1 THEN ${promoted} END AS promoted,
    CASE WHEN ${said("surveyText")} AND (${number("surveyText")}) >= 0 THEN (${number("surveyText")})::DOUBLE END AS survey,
    CASE WHEN ${unread("earnedText")} THEN earnedText WHEN ${unread("redeemedText")} THEN redeemedText END AS unreadPoints,
    CASE WHEN promotedText IS NOT NULL AND promoted IS NULL THEN promotedText END AS unreadPromoted,
    CASE WHEN ${said("surveyText")} AND survey IS NULL THEN surveyText END AS unreadSurvey`;
}

/** Names of what {@link programValues} makes. */
export const PROGRAM_COLUMNS =
  ", second, isMarked, earned, redeemed, reward, tier, promoted, survey, unreadPoints, unreadPromoted, unreadSurvey";
