// Debates
