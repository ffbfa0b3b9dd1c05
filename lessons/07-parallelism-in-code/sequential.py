def sum_of_squares(numbers):
    return sum(n * n for n in numbers)


def sequential(chunks):
    return sum(map(sum_of_squares, chunks))
