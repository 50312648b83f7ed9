# The figures of tests/reference as R gives them (base R and MASS). Rscript make_reference.R
# No R was at hand where they were written down: they are those printed in the help pages and books that the tests
# name, and make_reference.py works each of them out again with SciPy (test_published_figures.py holds both together).
with(sleep, print(t.test(extra[group == 1], extra[group == 2], paired = TRUE)))
# Hollander & Wolfe (1973), p. 29: depression before (x) and after (y) a tranquiliser; example(wilcox.test)
x <- c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30)
y <- c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)
print(wilcox.test(y - x, conf.int = TRUE))
print(p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"))
with(sleep, print(t.test(extra[group == 1], extra[group == 2])))
print(binom.test(1, 8)) # McNemar, exact: 1 and 7 changed
print(binom.test(86, 236)) # McNemar, exact: Agresti's approval of a prime minister
with(MASS::shoes, print(t.test(A, B, paired = TRUE)))
with(MASS::immer, print(t.test(Y1, Y2, paired = TRUE)))
for (arm in c("FT", "CBT")) with(subset(MASS::anorexia, Treat == arm), print(t.test(Postwt, Prewt, paired = TRUE)))
