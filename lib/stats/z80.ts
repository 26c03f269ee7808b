/** Quantile of the standard normal that an 80 % interval reaches from its middle, to both sides: that of 0.9. Published. */
export const Z80 = 1.2815515655446004;
