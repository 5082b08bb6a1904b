/** Who acts in a role in an org. They are entered with the org's devices, so that nothing stands against what they do. */
export const staffOf = (role: string, org: string): string => `staff-${role}-${org}`;
