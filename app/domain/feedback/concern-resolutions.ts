/** How a report of something wrong on a listing was settled. */
export const concernResolutions = ["corrected", "checked_right", "other"] as const;
