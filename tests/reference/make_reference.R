# The figures of tests/reference/test_estimators.py as R gives them (base R only). Rscript make_reference.R
with(sleep, print(t.test(extra[group == 1], extra[group == 2], paired = TRUE)))
# Hollander & Wolfe (1973), p. 29: depression before (x) and after (y) a tranquiliser; example(wilcox.test)
x <- c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30)
y <- c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)
print(wilcox.test(y - x, conf.int = TRUE))
print(p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"))
with(sleep, print(t.test(extra[group == 1], extra[group == 2])))
print(binom.test(1, 8)) # McNemar, exact: 1 and 7 changed
